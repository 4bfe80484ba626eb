package io.plimsoll.service.book.account;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.rules.document.snapshot.PositionDocument;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.book.api.BookAnswers;
import io.plimsoll.service.book.api.WrittenDocument;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.Written;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.EntityTag;
import io.plimsoll.service.keyed.Keeper;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.keyed.KeyedRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/accounts/{id}/positions/{instrument}`: one position of an account, as a fill changes it.
@Path("/v1/accounts/{id}/positions/{instrument}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed(Roles.OMS)
public final class PositionResource {

    private static final String ACCOUNT = "the account";

    private final Accounts accounts;
    private final KeyedRequest keyed;
    private final Caller caller;

    PositionResource(Accounts accounts, KeyedRequest keyed, Caller caller) {
        this.accounts = accounts;
        this.keyed = keyed;
        this.caller = caller;
    }

    /// Puts the position in its place.
    @PUT
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPosition",
            summary = "Add or change a position",
            description = "The whole position, as in a snapshot. If-Match names the ETag of the account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PositionDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The account was changed.",
            content = @Content(schema = @Schema(implementation = WrittenDocument.class)))
    public Response put(
            @PathParam("id") String id,
            @PathParam("instrument") String instrument,
            @Context HttpHeaders headers,
            InputStream body) {
        long read = EntityTag.required(headers, ACCOUNT);
        byte[] sent = SentBody.read(body);
        Position position = BookAnswers.read(sent, FactReader::position);
        BookAnswers.requireSame("instrument", position.instrument(), instrument);
        String by = caller.name();
        return keyed.answer(
                by, sent, Written.class, PositionResource::changed, keeper -> put(id, position, read, by, keeper));
    }

    private Written put(String id, Position position, long read, String by, Keeper keeper) {
        try {
            return accounts.putPosition(id, position, read, by, keeper);
        } catch (InvalidFactException e) {
            // positions/3/isolatedMargin: what else the account has is sound, so it is this one.
            String[] path = e.field().split("/", 3);
            throw BookAnswers.refused(path.length < 3 ? "" : path[2], e);
        }
    }

    /// Removes the position.
    @DELETE
    @Blocking
    @Operation(
            operationId = "deletePosition",
            summary = "Remove a position",
            description = "It was closed. If-Match names the ETag of the account.")
    @APIResponse(
            responseCode = "200",
            description = "The account was changed.",
            content = @Content(schema = @Schema(implementation = WrittenDocument.class)))
    public Response remove(
            @PathParam("id") String id, @PathParam("instrument") String instrument, @Context HttpHeaders headers) {
        long read = EntityTag.required(headers, ACCOUNT);
        String by = caller.name();
        return keyed.answer(
                by,
                new byte[0],
                Written.class,
                PositionResource::changed,
                keeper -> accounts.removePosition(id, instrument, read, by, keeper));
    }

    private static KeptAnswer changed(Written account) {
        return BookAnswers.written(BookTable.ACCOUNT, account);
    }
}
