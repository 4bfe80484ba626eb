package io.plimsoll.service.book.risk;

import io.plimsoll.rules.document.decision.DecisionDocument;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.evaluation.Deciding;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/accounts/{id}/risk`: how an account of the book stands.
@Path("/v1/accounts/{id}/risk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Book")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class RiskResource {

    private final BookSnapshots snapshots;
    private final Deciding deciding;

    RiskResource(BookSnapshots snapshots, Deciding deciding) {
        this.snapshots = snapshots;
        this.deciding = deciding;
    }

    /// What the live rules say about the account.
    @GET
    @Blocking
    @Operation(
            operationId = "accountRisk",
            summary = "How an account of the book stands",
            description =
                    "Its metrics, its thresholds with what is observed and the distance to each, the nearest of them,"
                            + " and what would be done: the decision that POST /v1/evaluations?record=false gives for what the book"
                            + " has. It is as of the newest mark that the account depends on, and is not recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            headers =
                    @Header(
                            name = "Plimsoll-Rule-Set",
                            description = "Content digest of the version that decided.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DecisionDocument.class)))
    public Response risk(@PathParam("id") String id) {
        try {
            return deciding.whatIf(snapshots.of(id)).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
