package io.plimsoll.service.record;

import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /v1/decisions/export`: the record as lines.
@Path("/v1/decisions/export")
@Tag(name = "Decisions")
@RunOnVirtualThread
@RolesAllowed(Roles.AUDITOR)
public final class ExportResource {

    private static final String NDJSON = "application/x-ndjson";

    private final RecordExport export;

    ExportResource(RecordExport export) {
        this.export = export;
    }

    /// The entries from one sequence to another, with all that it takes to verify them.
    @GET
    @Produces(NDJSON)
    @Operation(
            operationId = "exportRecord",
            summary = "The record, to be verified elsewhere",
            description =
                    "Entries as lines, with keys, checkpoints and the files of the versions that decided. Verify them"
                            + " with: ./plimsoll verify")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Sequence of the first entry.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Sequence of the last entry; to the end if left out.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @APIResponse(
            responseCode = "200",
            description = "The lines.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput export(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        long first = sequence("from", from, 1);
        long last = sequence("to", to, Long.MAX_VALUE);
        return out -> export.write(first, last, out);
    }

    private static long sequence(String name, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.inParameters(List.of(new ErrorDocument(
                    null, name, "%s must be a whole number from 1.".formatted(name), "Maybe leave it out.")));
        }
        return Long.parseLong(text);
    }
}
