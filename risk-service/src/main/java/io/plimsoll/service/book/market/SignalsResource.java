package io.plimsoll.service.book.market;

import io.plimsoll.model.market.Signal;
import io.plimsoll.monitor.episode.OverdueCalls;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.json.Problems;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.rules.document.snapshot.FactWriter;
import io.plimsoll.rules.document.snapshot.SignalsDocument;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.book.api.BookAnswers;
import io.plimsoll.service.book.api.Page;
import io.plimsoll.service.book.market.MarketDocuments.HeldSignalsDocument;
import io.plimsoll.service.book.market.MarketDocuments.SignalsTakenDocument;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.KeyedRequest;
import io.plimsoll.service.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/signals`: computed readings of the market, which threshold rules may use.
@Path("/v1/signals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class SignalsResource {

    private final Market market;
    private final KeyedRequest keyed;
    private final Caller caller;

    SignalsResource(Market market, KeyedRequest keyed, Caller caller) {
        this.market = market;
        this.keyed = keyed;
        this.caller = caller;
    }

    /// Takes signals.
    @POST
    @RolesAllowed(Roles.OMS)
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendSignals",
            summary = "Send signals",
            description =
                    "A batch, in any order. Of each name and subject the newest is held; one that is not newer is not"
                            + " taken, and the answer says so. If one is malformed, none is taken.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignalsDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of them, once that is committed.",
            content = @Content(schema = @Schema(implementation = SignalsTakenDocument.class)))
    public Response send(InputStream body) {
        byte[] sent = SentBody.read(body);
        List<Signal> signals = BookAnswers.read(sent, FactReader::signals);
        refuseThoseOfTheLiveBook(signals);
        return keyed.answer(
                caller.name(),
                sent,
                SignalsTakenDocument.class,
                BookAnswers::done,
                keeper -> market.signals().take(signals, SignalsTakenDocument::of, keeper));
    }

    private static void refuseThoseOfTheLiveBook(List<Signal> signals) {
        Problems problems = new Problems();
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).name().equals(OverdueCalls.SIGNAL)) {
                problems.add(
                        "/signals/%d/name".formatted(i),
                        "(%s) is the live book's own, which knows what is overdue.".formatted(OverdueCalls.SIGNAL),
                        "Maybe choose another name.");
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.inDocument(problems.all(), null);
        }
    }

    /// The signals that are held.
    @GET
    @Blocking
    @Operation(
            operationId = "listSignals",
            summary = "The signals that are held",
            description = "The newest of each name and subject, in that order.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "What the answer before gave as next.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Of how many names at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @APIResponse(
            responseCode = "200",
            description = "A part of the signals.",
            content = @Content(schema = @Schema(implementation = HeldSignalsDocument.class)))
    public byte[] list(@Context UriInfo uri) {
        Page page = Page.of(uri.getQueryParameters());
        List<String> names = market.signals().subjects(page.after(), page.andOne());
        return JsonWriter.write(new HeldSignalsDocument(
                page.cut(names).stream()
                        .flatMap(name -> market.signals().of(name).stream())
                        .map(FactWriter::document)
                        .toList(),
                page.next(names)));
    }
}
