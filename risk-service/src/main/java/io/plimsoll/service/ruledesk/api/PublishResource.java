package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.Publishing;
import io.plimsoll.service.ruledesk.api.DeskRequests.GivenReasonDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.ReasonDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.ScheduleDocument;
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

/// `POST …/changes/{id}/publish`, `break-glass`, `schedule`, `cancel`: how a change goes live.
@Path("/v1/rulesets/{name}/changes/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed(Roles.OFFICER)
public final class PublishResource {

    private final Publishing publishing;
    private final KeyedStep keyed;

    PublishResource(Publishing publishing, KeyedStep keyed) {
        this.publishing = publishing;
        this.keyed = keyed;
    }

    /// Makes an approved change live.
    @POST
    @Blocking
    @Path("/publish")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "publishChange",
            summary = "Make an approved change live",
            description = "The answer comes when every request from now on is decided by it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response publish(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        Optional<String> reason = DeskRequests.reason(sent);
        return keyed.change(sent, actor -> publishing.publish(actor, name, id, reason));
    }

    /// Makes a checked change live for some time on one person's word.
    @POST
    @Blocking
    @Path("/break-glass")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "breakGlass",
            summary = "Make a change live without approvals, for some time",
            description =
                    "For emergencies: a checked change goes live on one person's word, with a reason, and the version before comes back by itself unless others ratify the change in time (plimsoll.desk.break-glass).")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GivenReasonDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response breakGlass(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        String reason = DeskRequests.read(sent, GivenReasonDocument.class).reason();
        return keyed.change(sent, actor -> publishing.breakGlass(actor, name, id, reason));
    }

    /// Has an approved change go live later.
    @POST
    @Blocking
    @Path("/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "scheduleChange",
            summary = "Have an approved change go live later",
            description = "It goes live by itself at the time, or as soon after as the service runs.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ScheduleDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response schedule(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        ScheduleDocument request = DeskRequests.read(sent, ScheduleDocument.class);
        Optional<String> reason = Optional.ofNullable(request.reason());
        return keyed.change(sent, actor -> publishing.schedule(actor, name, id, request.at(), reason));
    }

    /// Takes the time back.
    @POST
    @Blocking
    @Path("/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "cancelSchedule",
            summary = "Cancel a schedule",
            description = "The change is approved still, and has no time.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response cancel(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        Optional<String> reason = DeskRequests.reason(sent);
        return keyed.change(sent, actor -> publishing.cancel(actor, name, id, reason));
    }
}
