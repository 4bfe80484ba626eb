package io.plimsoll.service.live;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.live.GuardRequests.AllRequest;
import io.plimsoll.service.live.GuardRequests.InstrumentRequest;
import io.plimsoll.service.live.GuardRequests.RearmRequest;
import io.plimsoll.service.live.GuardRequests.ReleaseRequest;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/guards`: what withholds actions, and what an operator can do about it.
@Path("/v1/guards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guards")
@RolesAllowed(Roles.OPERATOR)
public final class GuardsResource {

    private final LiveRunner runner;
    private final Caller caller;

    GuardsResource(LiveRunner runner, Caller caller) {
        this.runner = runner;
        this.caller = caller;
    }

    /// How they stand.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Operation(
            operationId = "readGuards",
            summary = "How the guards stand",
            description = "Which prices are not relied on and why, which are by a person's word, and what the breaker"
                    + " has stopped. What is withheld is in GET /v1/actions?state=HELD, with the reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] read() {
        return JsonWriter.write(runner.guards());
    }

    /// Has marks be relied on for some time.
    @POST
    @Path("/release")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "releaseMarks",
            summary = "Rely on marks for some time",
            description =
                    "Whatever the guards say of the marks of an instrument or asset: age, jumps, sources, arming. What was withheld for these reasons alone goes out, at the marks of that moment.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReleaseRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards then.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] release(InputStream body) {
        ReleaseRequest request = GuardRequests.read(SentBody.read(body), ReleaseRequest.class);
        return step(by ->
                (guards, now) -> guards.release(request.instrument(), by, request.reason(), now, request.until()));
    }

    /// Ends a release early.
    @POST
    @Path("/withdraw")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawRelease", summary = "End a release", description = "Marks are judged again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InstrumentRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards then.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] withdraw(InputStream body) {
        InstrumentRequest request = GuardRequests.read(SentBody.read(body), InstrumentRequest.class);
        return step(by -> (guards, now) -> guards.withdraw(request.instrument(), by, request.reason(), now));
    }

    /// Takes the present price as settled.
    @POST
    @Path("/accept")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptPrice",
            summary = "Take a price as settled",
            description =
                    "The one that the sources of an instrument or asset agree on now, for good, though it jumped.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InstrumentRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards then.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] accept(InputStream body) {
        InstrumentRequest request = GuardRequests.read(SentBody.read(body), InstrumentRequest.class);
        return step(by -> (guards, now) -> guards.accept(request.instrument(), by, request.reason(), now));
    }

    /// Arms all instruments.
    @POST
    @Path("/arm")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "armGuards",
            summary = "Arm after a start",
            description = "Without waiting until marks have been relied on for a while; they are judged all the same.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AllRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards then.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] arm(InputStream body) {
        AllRequest request = GuardRequests.read(SentBody.read(body), AllRequest.class);
        return step(by -> (guards, now) -> guards.arm(by, request.reason(), now));
    }

    /// Disarms all instruments.
    @POST
    @Path("/disarm")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "disarmGuards",
            summary = "Disarm",
            description = "Nothing trades until marks have been relied on for a while, such as after a gap in a feed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AllRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards then.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] disarm(InputStream body) {
        AllRequest request = GuardRequests.read(SentBody.read(body), AllRequest.class);
        return step(by -> (guards, now) -> guards.disarm(by, request.reason(), now));
    }

    /// Lets a rule trade again what the breaker stopped it from.
    @POST
    @Path("/rearm")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rearmBreaker",
            summary = "Let a rule trade again",
            description = "After the breaker has stopped it from trading an instrument.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RearmRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The state of the guards then.",
            content = @Content(schema = @Schema(implementation = GuardsDocument.class)))
    public byte[] rearm(InputStream body) {
        RearmRequest request = GuardRequests.read(SentBody.read(body), RearmRequest.class);
        return step(
                by -> (guards, now) -> guards.rearm(request.rule(), request.instrument(), by, request.reason(), now));
    }

    private byte[] step(Function<String, GuardStep> step) {
        String person = caller.person()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.BAD_REQUEST,
                        "Somebody by name does this. Maybe add the header %s.".formatted(Callers.HEADER)));
        try {
            runner.guard(step.apply(person), caller.from());
        } catch (InvalidFactException e) {
            throw ProblemException.inFact("/" + e.field(), e);
        }
        return JsonWriter.write(runner.guards());
    }
}
