package io.plimsoll.service.record;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.decision.DecisionDocument;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.chain.SealedEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/decisions`: the decisions that were recorded.
@Path("/v1/decisions")
@Tag(name = "Decisions")
@RunOnVirtualThread
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class DecisionResource {

    /// Says whether a replay gave the bytes that were recorded: `identical` or `different`.
    static final String REPLAY_HEADER = "Plimsoll-Replay";

    private final DecisionSearch search;
    private final RuleSetArchive archive;

    DecisionResource(DecisionSearch search, RuleSetArchive archive) {
        this.search = search;
        this.archive = archive;
    }

    /// The decisions that a query asks for.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "findDecisions",
            summary = "Recorded decisions",
            description = "The decisions that match all the parameters given, the newest first.")
    @Parameter(name = "account", in = ParameterIn.QUERY, description = "Whom they are about.")
    @Parameter(name = "ruleSet", in = ParameterIn.QUERY, description = "Digest of the version that decided.")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "A type of action, such as liquidation.")
    @Parameter(name = "rule", in = ParameterIn.QUERY, description = "A rule behind an action, by its name.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The earliest time of the snapshot.")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "The first time of the snapshot that is too late.")
    @Parameter(name = "before", in = ParameterIn.QUERY, description = "What the answer before gave as next.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    @APIResponse(
            responseCode = "200",
            description = "The decisions.",
            content = @Content(schema = @Schema(implementation = DecisionList.class)))
    public byte[] find(@Context UriInfo uri) {
        DecisionQuery query = DecisionQuery.of(uri.getQueryParameters());
        return JsonWriter.write(DecisionList.of(search.find(query), query.limit()));
    }

    /// A decision as it is kept.
    @GET
    @RolesAllowed({Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readDecision",
            summary = "A recorded decision",
            description =
                    "The entry of the record, with its hash: the snapshot, the version, the decision and who asked.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] read(@PathParam("id") String id) {
        return entry(id).line();
    }

    /// Decides again about the snapshot that was recorded, by the version that decided.
    @POST
    @Path("/{id}/replay")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayDecision",
            summary = "The same decision, made again",
            description = "Evaluates the recorded snapshot by the recorded version. The same bytes come out.")
    @APIResponse(
            responseCode = "200",
            description = "The decision made now.",
            headers =
                    @Header(
                            name = REPLAY_HEADER,
                            description =
                                    "identical, or different: then one of them was tampered with, or the service has"
                                            + " a defect.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DecisionDocument.class)))
    public Response replay(@PathParam("id") String id) {
        byte[] entry = entry(id).json();
        byte[] recorded = StoredEntry.part(entry, "decision");
        byte[] replayed = DecisionWriter.write(decide(entry), false);
        return Response.ok(replayed)
                .header(REPLAY_HEADER, Arrays.equals(recorded, replayed) ? "identical" : "different")
                .build();
    }

    /// What decided once may be refused by a later release, which checks more or by other limits.
    private Decision decide(byte[] entry) {
        try {
            return archive.evaluate(
                    StoredEntry.text(entry, "ruleSet"), SnapshotReader.read(StoredEntry.part(entry, "snapshot")));
        } catch (InvalidRuleSetException e) {
            throw ProblemException.inRuleSet(e);
        } catch (EvaluationException e) {
            throw ProblemException.undecidable(e);
        } catch (InvalidDocumentException e) {
            throw new ProblemException(
                    ProblemType.UNDECIDABLE,
                    "The recorded snapshot is refused by this release: %s".formatted(e.getMessage()));
        }
    }

    private SealedEntry entry(String id) {
        return search.entry(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "The record has no decision of this name. Maybe it was asked for with record=false."));
    }
}
