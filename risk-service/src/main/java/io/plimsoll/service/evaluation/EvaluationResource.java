package io.plimsoll.service.evaluation;

import io.plimsoll.rules.document.decision.DecisionDocument;
import io.plimsoll.rules.document.snapshot.SnapshotDocument;
import io.plimsoll.service.body.MediaTypes;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.evaluation.Deciding.Decided;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.Appended;
import io.plimsoll.service.record.DecisionLog;
import io.plimsoll.service.record.IdempotencyClaim;
import io.plimsoll.service.record.Text;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `POST /v1/evaluations`: one snapshot in, the decision about it out.
@Path("/v1/evaluations")
@Tag(name = "Evaluations")
@RolesAllowed({Roles.OMS, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR})
public final class EvaluationResource {

    /// Names the version that decided, by its content digest.
    public static final String RULE_SET_HEADER = "Plimsoll-Rule-Set";

    /// Names the recorded decision.
    static final String DECISION_HEADER = "Plimsoll-Decision";

    private final Deciding deciding;
    private final BodyReader bodies;
    private final Validator validator;
    private final DecisionLog log;
    private final KeysInFlight keys;
    private final Caller caller;

    EvaluationResource(
            Deciding deciding,
            BodyReader bodies,
            Validator validator,
            DecisionLog log,
            KeysInFlight keys,
            Caller caller) {
        this.deciding = deciding;
        this.bodies = bodies;
        this.validator = validator;
        this.log = log;
        this.keys = keys;
        this.caller = caller;
    }

    /// Evaluates a snapshot by the live rule set.
    @POST
    @NonBlocking
    @Consumes(MediaTypes.JSON)
    @Produces(MediaTypes.JSON)
    @Operation(
            operationId = "evaluate",
            summary = "What is to be done about an account",
            description = "Evaluates one snapshot by the live rule set: thresholds, metrics, breaches and actions, each"
                    + " with its reasons. The same snapshot and version give the same bytes. The decision is kept in the"
                    + " record before it is answered, and once however often it is asked for.")
    @Parameter(
            name = "explain",
            in = ParameterIn.QUERY,
            description = "Whether to add the rules that fired and did not, and the thresholds that came near.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "record",
            in = ParameterIn.QUERY,
            description = "Whether to keep the decision in the record; false for a pure what-if.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    @Parameter(
            name = IdempotencyHeader.NAME,
            in = ParameterIn.HEADER,
            description =
                    "Names the request, so that it can be sent again: the same key and request get the same answer.",
            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyHeader.MAX_LENGTH))
    @RequestBody(
            required = true,
            description = "The snapshot, at most 4 MiB.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = SnapshotDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            headers = {
                @Header(
                        name = RULE_SET_HEADER,
                        description = "Content digest of the version that decided.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = DECISION_HEADER,
                        description = "Names the decision in the record, if it is recorded.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Location",
                        description = "Where the recorded decision is found.",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = DecisionDocument.class)))
    public CompletionStage<Response> evaluate(@Context RoutingContext context) {
        Inquiry inquiry = Inquiry.of(EvaluationParameters.of(context, validator), caller);
        MediaTypes.require(MediaTypes.JSON, context.request());
        Optional<String> key = IdempotencyHeader.read(context.request(), inquiry.isRecorded());
        if (inquiry.isRecorded()) {
            log.requireUp();
        }
        return bodies.read(context.request()).thenCompose(body -> evaluate(body, inquiry, key));
    }

    private CompletionStage<Response> evaluate(byte[] body, Inquiry inquiry, Optional<String> key) {
        if (inquiry.by().isEmpty()) {
            return deciding.decide(body, inquiry)
                    .thenApply(decided -> decided.response().build());
        }
        if (key.isEmpty()) {
            return deciding.decide(body, inquiry).thenCompose(decided -> record(decided, Optional.empty()));
        }
        IdempotencyClaim claim = IdempotencyHeader.claim(inquiry.by().get(), key.get(), body, inquiry.isExplained());
        return keys.once(
                claim,
                () -> deciding.decide(body, inquiry)
                        .thenCompose(decided -> record(decided, Optional.of(claim)))
                        .exceptionallyCompose(failure -> answerGivenBefore(claim, failure)));
    }

    private CompletionStage<Response> record(Decided decided, Optional<IdempotencyClaim> claim) {
        return log.append(decided.answer().request(claim).orElseThrow()).thenApply(appended -> switch (appended) {
            case Appended.Kept kept -> named(decided.response(), kept.id());
            case Appended.Repeated repeated -> repeated(repeated);
            case Appended.Misused _ -> throw IdempotencyHeader.misused();
        });
    }

    /// The live version may refuse what an earlier one has answered; the key stands for the answer given then.
    private CompletionStage<Response> answerGivenBefore(IdempotencyClaim claim, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof ProblemException problem) || problem.type() != ProblemType.UNDECIDABLE) {
            return CompletableFuture.failedStage(cause);
        }
        return CompletableFuture.supplyAsync(
                () -> switch (log.find(claim).orElse(null)) {
                    case Appended.Repeated repeated -> repeated(repeated);
                    case Appended.Misused _ -> throw IdempotencyHeader.misused();
                    case null, default -> throw problem;
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static Response repeated(Appended.Repeated repeated) {
        return named(answer(repeated.ruleSet(), repeated.answer()), repeated.id());
    }

    private static Response named(Response.ResponseBuilder response, String id) {
        return response.header("Location", "/v1/decisions/" + id)
                .header(DECISION_HEADER, id)
                .build();
    }

    static Response.ResponseBuilder answer(String ruleSet, Text text) {
        return Response.ok(text.bytes()).header(RULE_SET_HEADER, ruleSet);
    }
}
