package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.RuleDesk;
import io.plimsoll.service.ruledesk.impact.ImpactDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/rulesets/{name}/changes/{id}/impact`: what a change would do.
@Path("/v1/rulesets/{name}/changes/{id}/impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class ImpactResource {

    /// Names the report, as an approval has to.
    static final String HEADER = "Plimsoll-Impact";

    private final RuleDesk desk;

    ImpactResource(RuleDesk desk) {
        this.desk = desk;
    }

    /// What the change would do.
    @GET
    @Blocking
    @Operation(
            operationId = "changeImpact",
            summary = "What a change would do",
            description =
                    "The version that is live and the proposed one side by side on the accounts that were recorded last: who is newly called, liquidated or released, the cash and the notional. Once the change is submitted, the report that its approvals are for; before, one that is made now.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            headers =
                    @Header(
                            name = HEADER,
                            description = "Digest of the report, which approvals name.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImpactDocument.class)))
    public Response impact(@PathParam("name") String name, @PathParam("id") String id) {
        RuleDesk.Assessment impact = desk.impact(name, id);
        return Response.ok(impact.report().bytes())
                .header(HEADER, impact.digest())
                .build();
    }
}
