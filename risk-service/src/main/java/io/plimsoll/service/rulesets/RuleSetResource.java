package io.plimsoll.service.rulesets;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.caller.Roles;
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

/// `/v1/rulesets`: which rules answer.
@Path("/v1/rulesets")
@Tag(name = "Rule sets")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class RuleSetResource {

    private final LiveRules rules;

    RuleSetResource(LiveRules rules) {
        this.rules = rules;
    }

    /// The live version, its files, and what is wrong with the last edit if that was refused.
    @GET
    @Path("/live")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "liveRuleSet",
            summary = "The live rule set",
            description = "The version that answers now, its files, and the diagnostics of the last saved edit if"
                    + " it was refused.")
    @APIResponse(
            responseCode = "200",
            description = "The live version.",
            content = @Content(schema = @Schema(implementation = LiveRuleSetDocument.class)))
    public byte[] live() {
        try (LiveRuleSet.Lease lease = rules.lease()) {
            return JsonWriter.write(LiveRuleSetDocument.of(
                    lease.version(),
                    rules.isAtDesk() ? null : rules.folder(),
                    rules.refusedEdit().orElse(null)));
        }
    }
}
