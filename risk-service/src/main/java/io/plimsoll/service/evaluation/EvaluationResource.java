package io.plimsoll.service.evaluation;

import io.plimsoll.rules.document.decision.DecisionDocument;
import io.plimsoll.rules.document.snapshot.SnapshotDocument;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.plimsoll.service.rulesets.LiveRules;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
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
public final class EvaluationResource {

    /// Names the version that decided, by its content digest.
    static final String RULE_SET_HEADER = "Plimsoll-Rule-Set";

    private final LiveRules rules;
    private final Evaluator evaluator;
    private final EvaluationGate gate;
    private final BodyReader bodies;
    private final Validator validator;

    EvaluationResource(
            LiveRules rules, Evaluator evaluator, EvaluationGate gate, BodyReader bodies, Validator validator) {
        this.rules = rules;
        this.evaluator = evaluator;
        this.gate = gate;
        this.bodies = bodies;
        this.validator = validator;
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
                    + " with its reasons. Stateless: the same snapshot and version give the same bytes.")
    @Parameter(
            name = "explain",
            in = ParameterIn.QUERY,
            description = "Whether to add the rules that fired and did not, and the thresholds that came near.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @RequestBody(
            required = true,
            description = "The snapshot, at most 4 MiB.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = SnapshotDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            headers =
                    @Header(
                            name = RULE_SET_HEADER,
                            description = "Content digest of the version that decided.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = DecisionDocument.class)))
    public CompletionStage<Response> evaluate(@Context RoutingContext context) {
        boolean explain = EvaluationParameters.of(context, validator).isExplained();
        MediaTypes.require(MediaTypes.JSON, context.request());
        return bodies.read(context.request()).thenCompose(body -> evaluate(body, explain));
    }

    private CompletionStage<Response> evaluate(byte[] body, boolean explain) {
        Pass pass = gate.enter();
        return pass.run(() -> decide(body, explain)).whenComplete((response, failure) -> pass.close());
    }

    private Response decide(byte[] body, boolean explain) {
        try (LiveRuleSet.Lease lease = rules.lease()) {
            return Response.ok(evaluator.evaluate(lease.version(), body, explain))
                    .header(RULE_SET_HEADER, lease.version().digest())
                    .build();
        }
    }
}
