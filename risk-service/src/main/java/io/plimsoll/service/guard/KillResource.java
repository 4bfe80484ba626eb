package io.plimsoll.service.guard;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.guard.KillDocuments.KillRequest;
import io.plimsoll.service.guard.KillDocuments.KilledDocument;
import io.plimsoll.service.guard.KillDocuments.KillsDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/kill`: the kill switch, beside its own port.
@Path("/v1/kill")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guards")
@RolesAllowed(Roles.OPERATOR)
public final class KillResource {

    private final KillDoor door;
    private final Caller caller;

    KillResource(KillDoor door, Caller caller) {
        this.door = door;
        this.caller = caller;
    }

    /// What is stopped.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Operation(
            operationId = "listKills",
            summary = "What the kill switch stops",
            description = "The scopes that are stopped, by whom, when and why.")
    @APIResponse(
            responseCode = "200",
            description = "What is stopped.",
            content = @Content(schema = @Schema(implementation = KillsDocument.class)))
    public byte[] list() {
        return JsonWriter.write(door.kills());
    }

    /// Stops everything in a scope.
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "kill",
            summary = "Stop everything in a scope",
            description =
                    "At once, notices too: nothing in the scope goes out any more, and what has gone out and nobody"
                            + " has taken on is withheld. It is kept over restarts until two different persons have lifted it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KillRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What is stopped now.",
            content = @Content(schema = @Schema(implementation = KilledDocument.class)))
    public byte[] kill(InputStream body) {
        return JsonWriter.write(door.kill(caller, SentBody.read(body)));
    }

    /// Says that a scope is to go on.
    @POST
    @Path("/lift")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "liftKill",
            summary = "Say that a scope is to go on",
            description = "The first person to say so is noted; it goes on when a second one has.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KillRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What is stopped then.",
            content = @Content(schema = @Schema(implementation = KillsDocument.class)))
    public byte[] lift(InputStream body) {
        return JsonWriter.write(door.lift(caller, SentBody.read(body)));
    }
}
