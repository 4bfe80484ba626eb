package io.plimsoll.service.book.account;

import io.plimsoll.model.account.Account;
import io.plimsoll.rules.document.snapshot.AccountDocument;
import io.plimsoll.rules.document.snapshot.FactReader;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.book.api.BookAnswers;
import io.plimsoll.service.book.api.WrittenDocument;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.Written;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.keyed.EntityTag;
import io.plimsoll.service.keyed.KeyedRequest;
import io.plimsoll.service.keyed.Precondition;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/// `/v1/accounts/{id}`: one account of the book.
@Path("/v1/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed(Roles.OMS)
public final class AccountResource {

    private static final String ACCOUNT = "the account";

    private final Accounts accounts;
    private final KeyedRequest keyed;
    private final Caller caller;

    AccountResource(Accounts accounts, KeyedRequest keyed, Caller caller) {
        this.accounts = accounts;
        this.keyed = keyed;
        this.caller = caller;
    }

    /// The account.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Operation(
            operationId = "readAccount",
            summary = "An account",
            description = "As it was put, in canonical form. Its ETag is what the next change has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    public Response read(@PathParam("id") String id) {
        return BookAnswers.document(accounts.read(id));
    }

    /// Puts the account in its place.
    @PUT
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAccount",
            summary = "Make or change an account",
            description =
                    "The whole account, as in a snapshot. What it refers to need not be in the book yet. To change"
                            + " one, name in If-Match the ETag that was read; to make one, leave it out or send If-None-Match: *.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was changed.",
            content = @Content(schema = @Schema(implementation = WrittenDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was made.",
            content = @Content(schema = @Schema(implementation = WrittenDocument.class)))
    public Response put(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        Precondition condition = Precondition.of(headers, ACCOUNT);
        byte[] sent = SentBody.read(body);
        Account account = BookAnswers.read(sent, FactReader::account);
        BookAnswers.requireSame("id", account.id(), id);
        String by = caller.name();
        return keyed.answer(
                by,
                sent,
                Written.class,
                written -> BookAnswers.written(BookTable.ACCOUNT, written),
                keeper -> accounts.put(account, condition, by, keeper));
    }

    /// Removes the account.
    @DELETE
    @Blocking
    @Operation(
            operationId = "deleteAccount",
            summary = "Remove an account",
            description = "It is not watched any more. Needs If-Match.")
    @APIResponse(responseCode = "204", description = "It was removed.")
    public Response remove(@PathParam("id") String id, @Context HttpHeaders headers) {
        long read = EntityTag.required(headers, ACCOUNT);
        return keyed.answer(
                caller.name(),
                new byte[0],
                Written.class,
                written -> BookAnswers.removed(),
                keeper -> accounts.remove(id, read, keeper));
    }
}
