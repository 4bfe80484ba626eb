package io.plimsoll.service.book.market;

import io.plimsoll.model.market.Mark;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.rules.document.snapshot.MarksDocument;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.book.api.BookAnswers;
import io.plimsoll.service.book.api.Page;
import io.plimsoll.service.book.market.MarketDocuments.HeldMarksDocument;
import io.plimsoll.service.book.market.MarketDocuments.MarkedDocument;
import io.plimsoll.service.book.market.MarketDocuments.MarksTakenDocument;
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

/// `/v1/marks`: the prices that accounts are valued at.
@Path("/v1/marks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class MarksResource {

    private final Market market;
    private final KeyedRequest keyed;
    private final Caller caller;

    MarksResource(Market market, KeyedRequest keyed, Caller caller) {
        this.market = market;
        this.keyed = keyed;
        this.caller = caller;
    }

    /// Takes marks.
    @POST
    @RolesAllowed(Roles.OMS)
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendMarks",
            summary = "Send marks",
            description = "A batch, in any order. Of each source the newest is held; one that is not newer than what is"
                    + " held of its source is not taken, and the answer says so. If one is malformed, none is taken.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MarksDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of them, once that is committed.",
            content = @Content(schema = @Schema(implementation = MarksTakenDocument.class)))
    public Response send(InputStream body) {
        byte[] sent = SentBody.read(body);
        List<Mark> marks = marks(sent);
        return keyed.answer(
                caller.name(),
                sent,
                MarksTakenDocument.class,
                BookAnswers::done,
                keeper -> market.marks().take(marks, MarksTakenDocument::of, keeper));
    }

    private List<Mark> marks(byte[] sent) {
        try {
            return BookAnswers.read(sent, FactReader::marks);
        } catch (ProblemException e) {
            market.refused(RefusedMark.in(sent));
            throw e;
        }
    }

    /// The marks that are held.
    @GET
    @Blocking
    @Operation(
            operationId = "listMarks",
            summary = "The marks that are held",
            description = "The newest of each source, by instrument or asset, and which of them counts.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "What the answer before gave as next.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Of how many instruments and assets at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @APIResponse(
            responseCode = "200",
            description = "A part of the marks.",
            content = @Content(schema = @Schema(implementation = HeldMarksDocument.class)))
    public byte[] list(@Context UriInfo uri) {
        Page page = Page.of(uri.getQueryParameters());
        List<String> ids = market.marks().subjects(page.after(), page.andOne());
        return JsonWriter.write(new HeldMarksDocument(
                page.cut(ids).stream()
                        .map(id -> MarkedDocument.of(id, market.marks().of(id)))
                        .toList(),
                page.next(ids)));
    }
}
