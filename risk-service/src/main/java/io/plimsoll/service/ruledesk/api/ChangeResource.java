package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.MergeSide;
import io.plimsoll.service.ruledesk.RuleDesk;
import io.plimsoll.service.ruledesk.api.DeskDocuments.CheckedChangeDocument;
import io.plimsoll.service.ruledesk.api.DeskDocuments.DiffDocument;
import io.plimsoll.service.ruledesk.api.DeskDocuments.DifferenceDocument;
import io.plimsoll.service.ruledesk.api.DeskDocuments.RevisionDocument;
import io.plimsoll.service.ruledesk.api.DeskDocuments.RevisionsDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.ReasonDocument;
import io.plimsoll.service.ruledesk.api.DeskRequests.RebaseDocument;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/rulesets/{name}/changes/{id}`: a change, and what its writers do with it.
@Path("/v1/rulesets/{name}/changes/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed(Roles.OFFICER)
public final class ChangeResource {

    private final RuleDesk desk;
    private final DeskReads reads;
    private final KeyedStep keyed;

    ChangeResource(RuleDesk desk, DeskReads reads, KeyedStep keyed) {
        this.desk = desk;
        this.reads = reads;
        this.keyed = keyed;
    }

    /// The change.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Operation(
            operationId = "readChange",
            summary = "A change",
            description =
                    "Where it stands, who has written and who has approved it. Its ETag is what the next edit has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response read(@PathParam("name") String name, @PathParam("id") String id) {
        StoredChange change = reads.change(name, id);
        return Response.ok(JsonWriter.write(ChangeDocument.of(change)))
                .header("ETag", Revisions.tag(change))
                .build();
    }

    /// Every revision that was saved.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Path("/revisions")
    @Operation(
            operationId = "changeRevisions",
            summary = "The revisions of a change",
            description = "Every revision that was ever saved, with its writer; its files are at versions/{content}.")
    @APIResponse(
            responseCode = "200",
            description = "The revisions, from the first.",
            content = @Content(schema = @Schema(implementation = RevisionsDocument.class)))
    public byte[] revisions(@PathParam("name") String name, @PathParam("id") String id) {
        return JsonWriter.write(new RevisionsDocument(
                reads.revisions(name, id).stream().map(RevisionDocument::of).toList()));
    }

    /// What the change would change.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Path("/diff")
    @Operation(
            operationId = "changeDiff",
            summary = "What a change would change",
            description =
                    "The differences to its base by what they mean: rows by their keys, rules and scenarios by their names.")
    @APIResponse(
            responseCode = "200",
            description = "The differences.",
            content = @Content(schema = @Schema(implementation = DiffDocument.class)))
    public byte[] diff(@PathParam("name") String name, @PathParam("id") String id) {
        return JsonWriter.write(new DiffDocument(
                reads.diff(name, id).stream().map(DifferenceDocument::of).toList()));
    }

    /// Checks the change.
    @POST
    @Blocking
    @Path("/check")
    @Operation(
            operationId = "checkChange",
            summary = "Check a change",
            description =
                    "Everything that a version has to pass before it goes live: linter, compiler, tables, guards, scenarios. Rules are tried in a process of their own first. A draft that passes is checked; one that does not stays a draft.")
    @APIResponse(
            responseCode = "200",
            description = "The change and what was found; `report.passed` says whether it is checked now.",
            content = @Content(schema = @Schema(implementation = CheckedChangeDocument.class)))
    public Response check(@PathParam("name") String name, @PathParam("id") String id) {
        return keyed.answer(
                new byte[0], RuleDesk.Checking.class, ChangeResource::checked, actor -> desk.check(actor, name, id));
    }

    private static KeptAnswer checked(RuleDesk.Checking checking) {
        return new KeptAnswer(
                200,
                Optional.of(Revisions.tag(checking.change())),
                Optional.empty(),
                Text.of(JsonWriter.write(
                        new CheckedChangeDocument(ChangeDocument.of(checking.change()), checking.report()))));
    }

    /// Moves the change onto what is live.
    @POST
    @Blocking
    @Path("/rebase")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "rebaseChange",
            summary = "Move a change onto what is live",
            description =
                    "Takes over, file by file, what went live since; where both have changed a file, the request says whose is taken. Needs If-Match.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebaseDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response rebase(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            InputStream body) {
        int revision = Revisions.named(headers);
        byte[] sent = SentBody.read(body);
        RebaseDocument request = DeskRequests.read(sent, RebaseDocument.class, new RebaseDocument(List.of()));
        Map<String, MergeSide> chosen = new LinkedHashMap<>();
        request.resolve().forEach(each -> chosen.put(each.path(), each.take()));
        return keyed.change(sent, actor -> desk.rebase(actor, name, id, revision, chosen));
    }

    /// Gives the change up.
    @POST
    @Blocking
    @Path("/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "withdrawChange",
            summary = "Give a change up",
            description = "One of its contributors gives it up, for good.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response withdraw(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        Optional<String> reason = DeskRequests.reason(sent);
        return keyed.change(sent, actor -> desk.withdraw(actor, name, id, reason));
    }
}
