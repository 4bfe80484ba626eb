package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.Actor;
import io.plimsoll.service.ruledesk.Publishing;
import io.plimsoll.service.ruledesk.api.DeskRequests.RollbackDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `POST /v1/rulesets/{name}/rollback`: back to an earlier version, at once.
@Path("/v1/rulesets/{name}/rollback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed({Roles.OFFICER, Roles.OPERATOR})
public final class RollbackResource {

    private final Publishing publishing;
    private final Caller caller;

    RollbackResource(Publishing publishing, Caller caller) {
        this.publishing = publishing;
        this.caller = caller;
    }

    /// Brings an earlier version back.
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollBack",
            summary = "Bring an earlier version back",
            description = "Makes any version live again that was live before with the approvals that it took, on one"
                    + " person's word, with a reason. Nothing is compiled if it was live lately.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RollbackDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "What is live now.",
            content = @Content(schema = @Schema(implementation = ActivationDocument.class)))
    public byte[] rollBack(@PathParam("name") String name, InputStream body) {
        RollbackDocument request = DeskRequests.read(body, RollbackDocument.class);
        return JsonWriter.write(
                ActivationDocument.of(publishing.rollBack(Actor.of(caller), name, request.to(), request.reason())));
    }
}
