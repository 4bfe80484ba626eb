package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.ruledesk.Publishing;
import io.plimsoll.service.ruledesk.api.DeskRequests.RollbackDocument;
import io.plimsoll.service.ruledesk.store.Activation;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
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
    private final KeyedStep keyed;

    RollbackResource(Publishing publishing, KeyedStep keyed) {
        this.publishing = publishing;
        this.keyed = keyed;
    }

    /// Brings an earlier version back.
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollBack",
            summary = "Bring an earlier version back",
            description = "Makes any version live again that was live before with the approvals that it took, on one"
                    + " person's word, with a reason. Nothing is compiled if this build has compiled it before.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RollbackDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "What is live now.",
            content = @Content(schema = @Schema(implementation = ActivationDocument.class)))
    public Response rollBack(@PathParam("name") String name, InputStream body) {
        byte[] sent = SentBody.read(body);
        RollbackDocument request = DeskRequests.read(sent, RollbackDocument.class);
        return keyed.answer(
                sent,
                Activation.class,
                RollbackResource::rolledBack,
                actor -> publishing.rollBack(actor, name, request.to(), request.reason()));
    }

    private static KeptAnswer rolledBack(Activation activation) {
        return new KeptAnswer(
                200, Optional.empty(), Optional.empty(), Text.of(JsonWriter.write(ActivationDocument.of(activation))));
    }
}
