package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.impact.ImpactRun;
import io.plimsoll.service.ruledesk.impact.ImpactRuns;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/rulesets/{name}/changes/{id}/impact-runs`: impacts that take their time.
@Path("/v1/rulesets/{name}/changes/{id}/impact-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule desk")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER})
public final class ImpactRunsResource {

    private final ImpactRuns runs;
    private final DeskReads reads;
    private final KeyedStep keyed;

    ImpactRunsResource(ImpactRuns runs, DeskReads reads, KeyedStep keyed) {
        this.runs = runs;
        this.reads = reads;
        this.keyed = keyed;
    }

    /// Begins to find an impact.
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "beginImpactRun",
            summary = "Find an impact in the background",
            description = "What the change would do to the accounts that were recorded last, as they are or after the"
                    + " shocks of the stress set (plimsoll.desk.impact-shocks); and, for one number of a table, a curve:"
                    + " the same with other values in its place.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImpactRequests.ImpactRunRequestDocument.class)))
    @APIResponse(
            responseCode = "202",
            description = "The run, which goes on.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the run is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImpactRunDocument.class)))
    public Response begin(@PathParam("name") String name, @PathParam("id") String id, InputStream body) {
        byte[] sent = SentBody.read(body);
        ImpactRequests.ImpactRunRequestDocument asked = ImpactRequests.read(sent);
        return keyed.answer(
                sent,
                ImpactRun.class,
                ImpactRunsResource::begun,
                actor -> runs.begin(asked.order(name, id, actor.person(), reads.sides(name, id))));
    }

    private static KeptAnswer begun(ImpactRun run) {
        String location = "/v1/rulesets/%s/changes/%s/impact-runs/%s"
                .formatted(run.order().ruleSet(), run.order().change(), run.id());
        return new KeptAnswer(202, Optional.empty(), Optional.of(location), body(run));
    }

    private static Text body(ImpactRun run) {
        return Text.of(JsonWriter.write(ImpactRunDocument.of(run)));
    }

    /// How far a run is.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Path("/{run}")
    @Operation(
            operationId = "readImpactRun",
            summary = "An impact run",
            description = "How far it is, and when it is done, what was found. The last few runs are kept in memory"
                    + " (plimsoll.desk.impact-runs), and none over a restart.")
    @APIResponse(
            responseCode = "200",
            description = "The run.",
            content = @Content(schema = @Schema(implementation = ImpactRunDocument.class)))
    public byte[] read(@PathParam("name") String name, @PathParam("id") String id, @PathParam("run") String run) {
        return body(runs.find(name, id, run)).bytes();
    }

    /// Ends a run.
    @DELETE
    @Blocking
    @Path("/{run}")
    @Operation(
            operationId = "cancelImpactRun",
            summary = "Cancel an impact run",
            description = "Ends a run; one that has ended stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The run.",
            content = @Content(schema = @Schema(implementation = ImpactRunDocument.class)))
    public Response cancel(@PathParam("name") String name, @PathParam("id") String id, @PathParam("run") String run) {
        return keyed.answer(
                new byte[0],
                ImpactRun.class,
                each -> new KeptAnswer(200, Optional.empty(), Optional.empty(), body(each)),
                _ -> runs.cancel(name, id, run));
    }
}
