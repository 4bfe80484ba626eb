package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.api.DeskDocuments.RuleSetSummaryDocument;
import io.plimsoll.service.ruledesk.api.DeskDocuments.RuleSetsDocument;
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

/// `GET /v1/rulesets`: what there is.
@Path("/v1/rulesets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class RuleSetsResource {

    private final DeskReads reads;

    RuleSetsResource(DeskReads reads) {
        this.reads = reads;
    }

    /// All rule sets, with what is live of each.
    @GET
    @Blocking
    @Operation(
            operationId = "listRuleSets",
            summary = "All rule sets",
            description = "Every rule set that was ever live here, by name, with what went live of it last.")
    @APIResponse(
            responseCode = "200",
            description = "The rule sets.",
            content = @Content(schema = @Schema(implementation = RuleSetsDocument.class)))
    public byte[] list() {
        return JsonWriter.write(new RuleSetsDocument(reads.ruleSets().stream()
                .map(last -> new RuleSetSummaryDocument(last.ruleSet(), ActivationDocument.of(last)))
                .toList()));
    }
}
