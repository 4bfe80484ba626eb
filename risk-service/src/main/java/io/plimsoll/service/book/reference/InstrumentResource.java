package io.plimsoll.service.book.reference;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.rules.document.snapshot.FactWriter;
import io.plimsoll.rules.document.snapshot.InstrumentDocument;
import io.plimsoll.service.book.api.ListDocument;
import io.plimsoll.service.book.api.WrittenDocument;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.caller.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/instruments`: what can be held as a position.
@Path("/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class InstrumentResource {

    private static final ReferenceRequests.Form<Instrument> FORM = new ReferenceRequests.Form<>(
            BookTable.INSTRUMENT, "id", FactReader::instrument, Instrument::id, FactWriter::document);

    private final ReferenceRequests requests;

    InstrumentResource(ReferenceRequests requests) {
        this.requests = requests;
    }

    /// All of them, by identifier.
    @GET
    @Blocking
    @Operation(
            operationId = "listInstruments",
            summary = "The instruments of the book",
            description = "Their identifiers and revisions, in the order of identifiers.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "What the answer before gave as next.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @APIResponse(
            responseCode = "200",
            description = "A part of the instruments.",
            content = @Content(schema = @Schema(implementation = ListDocument.class)))
    public byte[] list(@Context UriInfo uri) {
        return requests.list(BookTable.INSTRUMENT, uri);
    }

    /// One of them.
    @GET
    @Path("/{id}")
    @Blocking
    @Operation(
            operationId = "readInstrument",
            summary = "An instrument",
            description = "As it was put, in canonical form. Its ETag is what the next change has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The instrument.",
            content = @Content(schema = @Schema(implementation = InstrumentDocument.class)))
    public Response read(@PathParam("id") String id) {
        return requests.read(BookTable.INSTRUMENT, id);
    }

    /// Puts one of them in its place.
    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putInstrument",
            summary = "Make or change an instrument",
            description =
                    "The whole document, as in a snapshot. To change one, name in If-Match the ETag that was read; to"
                            + " make one, leave it out or send If-None-Match: *. It is an entry of the record.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InstrumentDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was changed.",
            content = @Content(schema = @Schema(implementation = WrittenDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was made.",
            content = @Content(schema = @Schema(implementation = WrittenDocument.class)))
    public Response put(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return requests.put(FORM, id, headers, body);
    }
}
