package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.ruledesk.Actor;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.impact.ImpactOrder;
import io.plimsoll.service.ruledesk.impact.ImpactRun;
import io.plimsoll.service.ruledesk.impact.ImpactRuns;
import io.smallrye.common.annotation.Blocking;
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
import java.net.URI;
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
public final class ImpactRunsResource {

    private final ImpactRuns runs;
    private final DeskReads reads;
    private final Caller caller;

    ImpactRunsResource(ImpactRuns runs, DeskReads reads, Caller caller) {
        this.runs = runs;
        this.reads = reads;
        this.caller = caller;
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
        caller.require(Role.OFFICER);
        Actor actor = Actor.of(caller);
        ImpactOrder order = ImpactRequests.read(body).order(name, id, actor.person(), reads.sides(name, id));
        ImpactRun run = runs.begin(order);
        return Response.accepted(JsonWriter.write(ImpactRunDocument.of(run)))
                .location(URI.create("/v1/rulesets/%s/changes/%s/impact-runs/%s".formatted(name, id, run.id())))
                .build();
    }

    /// How far a run is.
    @GET
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
        return JsonWriter.write(ImpactRunDocument.of(runs.find(name, id, run)));
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
    public byte[] cancel(@PathParam("name") String name, @PathParam("id") String id, @PathParam("run") String run) {
        caller.require(Role.OFFICER);
        return JsonWriter.write(ImpactRunDocument.of(runs.cancel(name, id, run)));
    }
}
