package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.api.DeskDocuments.HistoryDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /v1/rulesets/{name}/history`: what was live when, and who put it there.
@Path("/v1/rulesets/{name}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class HistoryResource {

    private final DeskReads reads;

    HistoryResource(DeskReads reads) {
        this.reads = reads;
    }

    /// The line of a rule set, newest first.
    @GET
    @Blocking
    @Operation(
            operationId = "ruleSetHistory",
            summary = "What was live",
            description =
                    "The line of versions that were live, newest first: when, how, by whom and why. To go on, name"
                            + " the last one's sequence as `before`.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the line.",
            content = @Content(schema = @Schema(implementation = HistoryDocument.class)))
    public byte[] history(
            @PathParam("name") String name,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        return JsonWriter.write(
                new HistoryDocument(reads.history(name, Paging.sequence(before), Paging.limit(limit)).stream()
                        .map(ActivationDocument::of)
                        .toList()));
    }
}
