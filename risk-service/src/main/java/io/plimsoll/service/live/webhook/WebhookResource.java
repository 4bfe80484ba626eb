package io.plimsoll.service.live.webhook;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/webhooks`: how far the webhooks have come.
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class WebhookResource {

    private final Webhooks webhooks;

    WebhookResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /// How far the webhooks have come.
    @GET
    @Blocking
    @Operation(
            operationId = "listWebhooks",
            summary = "How far the webhooks have come",
            description =
                    "Who is sent what becomes of actions, how far each has taken it, and what went wrong last. They"
                            + " are configured at the start of the service, and nowhere else.")
    @APIResponse(
            responseCode = "200",
            description = "All webhooks.",
            content = @Content(schema = @Schema(implementation = WebhookList.class)))
    public byte[] list() {
        return JsonWriter.write(WebhookList.of(webhooks.senders()));
    }
}
