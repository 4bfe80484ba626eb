package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.Publishing;
import io.plimsoll.service.ruledesk.RuleDesk;
import io.plimsoll.service.ruledesk.api.DeskRequests.ApproveDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.GivenReasonDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.ReasonDocument;
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

/// `POST …/changes/{id}/submit`, `approve`, `reject`, `ratify`: what others say of a change.
@Path("/v1/rulesets/{name}/changes/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed(Roles.APPROVER)
public final class ReviewResource {

    private final RuleDesk desk;
    private final Publishing publishing;
    private final KeyedStep keyed;

    ReviewResource(RuleDesk desk, Publishing publishing, KeyedStep keyed) {
        this.desk = desk;
        this.publishing = publishing;
        this.keyed = keyed;
    }

    /// Asks for approvals.
    @POST
    @RolesAllowed(Roles.OFFICER)
    @Blocking
    @Path("/submit")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "submitChange",
            summary = "Ask for approvals",
            description =
                    "A checked change, submitted by one of its contributors, waits for as many approvals as the rule set asks for.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response submit(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        Optional<String> reason = DeskRequests.reason(sent);
        return keyed.change(sent, actor -> desk.submit(actor, name, id, reason));
    }

    /// Approves exactly what was seen.
    @POST
    @Blocking
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveChange",
            summary = "Approve a change",
            description =
                    "One person's word for exactly these files, this impact and this base. Nobody who began, edited or rebased any revision of the change can give it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApproveDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response approve(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        ApproveDocument request = DeskRequests.read(sent, ApproveDocument.class);
        Optional<String> reason = Optional.ofNullable(request.reason());
        return keyed.change(sent, actor -> desk.approve(actor, name, id, request.seen(), reason));
    }

    /// Sends a change back.
    @POST
    @Blocking
    @Path("/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rejectChange",
            summary = "Send a change back",
            description = "A reviewer says no, with a reason; the next edit makes a draft of it again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GivenReasonDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response reject(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        String reason = DeskRequests.read(sent, GivenReasonDocument.class).reason();
        return keyed.change(sent, actor -> desk.reject(actor, name, id, reason));
    }

    /// Approves what is live by a broken glass.
    @POST
    @Blocking
    @Path("/ratify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "ratifyChange",
            summary = "Approve what is live by a broken glass",
            description =
                    "As an approval, before its time is over; neither a contributor nor who broke the glass can give it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApproveDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response ratify(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        ApproveDocument request = DeskRequests.read(sent, ApproveDocument.class);
        Optional<String> reason = Optional.ofNullable(request.reason());
        return keyed.change(sent, actor -> publishing.ratify(actor, name, id, request.seen(), reason));
    }
}
