package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.RuleDesk;
import io.plimsoll.service.ruledesk.api.DeskDocuments.ChangesDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.BeginDocument;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/// `/v1/rulesets/{name}/changes`: what people are working on.
@Path("/v1/rulesets/{name}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed(Roles.OFFICER)
public final class ChangesResource {

    private final RuleDesk desk;
    private final DeskReads reads;
    private final KeyedStep keyed;

    ChangesResource(RuleDesk desk, DeskReads reads, KeyedStep keyed) {
        this.desk = desk;
        this.reads = reads;
        this.keyed = keyed;
    }

    /// The changes, newest first.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Operation(
            operationId = "listChanges",
            summary = "All changes",
            description = "The changes of a rule set, newest first. To go on, name the last one's begunAt as `before`.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the changes.",
            content = @Content(schema = @Schema(implementation = ChangesDocument.class)))
    public byte[] list(
            @PathParam("name") String name,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        return JsonWriter.write(
                new ChangesDocument(reads.changes(name, Paging.time(before), Paging.limit(limit)).stream()
                        .map(ChangeDocument::of)
                        .toList()));
    }

    /// Begins a change.
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginChange",
            summary = "Begin a change",
            description = "A draft with the files of what is live, or of an earlier version, to replace what is live.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BeginDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft; its ETag is what the first edit has to name.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response begin(@PathParam("name") String name, InputStream body) {
        byte[] sent = SentBody.read(body);
        BeginDocument request = DeskRequests.read(sent, BeginDocument.class);
        return keyed.answer(
                sent,
                StoredChange.class,
                ChangesResource::begun,
                actor -> desk.begin(actor, name, request.title(), Optional.ofNullable(request.from())));
    }

    private static KeptAnswer begun(StoredChange change) {
        String location = "/v1/rulesets/%s/changes/%s".formatted(change.ruleSet(), change.id());
        KeptAnswer answer = Revisions.answer(change);
        return new KeptAnswer(201, answer.etag(), Optional.of(location), answer.body());
    }
}
