package io.plimsoll.service.evaluation;

import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.plimsoll.service.rulesets.LiveRules;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Map;

/// `POST /v1/evaluations/batch`: a stream of snapshots in, a stream of decisions out, by one version of the
/// rules.
///
/// A route and no resource, because the REST layer reads a request to its end before it writes an answer.
@Singleton
final class BatchRoute {

    private static final String PATH = "/v1/evaluations/batch";

    private final LiveRules rules;
    private final EvaluationGate gate;
    private final BatchAnswers answers;
    private final EvaluationSettings settings;
    private final Validator validator;

    BatchRoute(
            LiveRules rules,
            EvaluationGate gate,
            BatchAnswers answers,
            EvaluationSettings settings,
            Validator validator) {
        this.rules = rules;
        this.gate = gate;
        this.answers = answers;
        this.settings = settings;
        this.validator = validator;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(0).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        try {
            open(context);
        } catch (RuntimeException e) {
            Problems.send(context.response(), Problems.of(e));
            context.request().resume();
        }
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.POST)) {
            throw new ProblemException(
                    ProblemType.METHOD_NOT_ALLOWED, "A batch is sent with POST.", Map.of("Allow", "POST"));
        }
        if (!MediaTypes.isAccepted(MediaTypes.NDJSON, request)) {
            throw Problems.ofStatus(ProblemType.NOT_ACCEPTABLE.status());
        }
        MediaTypes.require(MediaTypes.NDJSON, request);
        EvaluationParameters parameters = EvaluationParameters.of(context, validator);
        Pass pass = gate.enterBatch();
        try {
            LiveRuleSet.Lease lease = rules.lease();
            new BatchExchange(request, context.vertx().getOrCreateContext(), pass, lease, answers, parameters)
                    .start(settings.batchIdleTimeout());
        } catch (RuntimeException e) {
            pass.close();
            throw e;
        }
    }
}
