package io.plimsoll.service.book.account;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.book.api.ListDocument;
import io.plimsoll.service.book.api.Page;
import io.plimsoll.service.caller.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/accounts`: the accounts of the book.
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class AccountsResource {

    private final Accounts accounts;

    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The accounts, by identifier.
    @GET
    @Blocking
    @Operation(
            operationId = "listAccounts",
            summary = "The accounts of the book",
            description = "Their identifiers and revisions, in the order of identifiers.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "What the answer before gave as next.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @APIResponse(
            responseCode = "200",
            description = "A part of the accounts.",
            content = @Content(schema = @Schema(implementation = ListDocument.class)))
    public byte[] list(@Context UriInfo uri) {
        Page page = Page.of(uri.getQueryParameters());
        return JsonWriter.write(ListDocument.of(accounts.list(page.after(), page.andOne()), page));
    }
}
