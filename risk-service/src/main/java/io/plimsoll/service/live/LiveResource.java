package io.plimsoll.service.live;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.caller.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/live`: how far the book is watched.
@Path("/v1/live")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
@RolesAllowed({Roles.VIEWER, Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class LiveResource {

    private static final int MOST = 1_000;

    private final LiveRunner runner;

    LiveResource(LiveRunner runner) {
        this.runner = runner;
    }

    /// How far the book is watched.
    ///
    /// @param accounts how many are watched
    /// @param ruleSet digest of the version that decides about them
    /// @param undecidable how many can't be decided about
    /// @param reasons why not, for the first of them by identifier
    record LiveDocument(int accounts, String ruleSet, int undecidable, List<UndecidableDocument> reasons) {

        static LiveDocument of(LiveStatus status) {
            return new LiveDocument(
                    status.accounts(),
                    status.ruleSet(),
                    status.undecidable().size(),
                    status.undecidable().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .limit(MOST)
                            .map(each -> new UndecidableDocument(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /// An account that can't be decided about.
    ///
    /// @param account whom nobody watches
    /// @param reason what is missing, or which rule fails
    record UndecidableDocument(String account, String reason) {}

    /// How far the book is watched.
    @GET
    @Blocking
    @Operation(
            operationId = "liveStatus",
            summary = "How far the book is watched",
            description = "How many accounts are watched, by which version, and which can't be decided about and why.")
    @APIResponse(
            responseCode = "200",
            description = "The state of the live book.",
            content = @Content(schema = @Schema(implementation = LiveDocument.class)))
    public byte[] status() {
        return JsonWriter.write(LiveDocument.of(runner.status()));
    }
}
