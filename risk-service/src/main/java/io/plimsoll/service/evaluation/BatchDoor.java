package io.plimsoll.service.evaluation;

import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.body.LineExchange;
import io.plimsoll.service.body.MediaTypes;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.plimsoll.service.rulesets.LiveRules;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/// Lets batches in, a bounded number at once: a stream of lines in, a stream of answers out, by one version
/// of the rules.
@Singleton
public final class BatchDoor {

    private final LiveRules rules;
    private final EvaluationGate gate;
    private final EvaluationSettings settings;

    BatchDoor(LiveRules rules, EvaluationGate gate, EvaluationSettings settings) {
        this.rules = rules;
        this.gate = gate;
        this.settings = settings;
    }

    /// Answers a request, if need be with a problem.
    ///
    /// @param asked looks at the caller and the parameters, and says what answers the lines; may throw a
    ///     problem
    public void open(RoutingContext context, Supplier<LineAnswers> asked) {
        try {
            enter(context, asked);
        } catch (RuntimeException e) {
            Problems.send(context.response(), Problems.of(e));
            context.request().resume();
        }
    }

    private void enter(RoutingContext context, Supplier<LineAnswers> asked) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.POST)) {
            throw new ProblemException(
                    ProblemType.METHOD_NOT_ALLOWED, "A batch is sent with POST.", Map.of("Allow", "POST"));
        }
        LineAnswers answers = asked.get();
        if (!MediaTypes.isAccepted(MediaTypes.NDJSON, request)) {
            throw Problems.ofStatus(ProblemType.NOT_ACCEPTABLE.status());
        }
        MediaTypes.require(MediaTypes.NDJSON, request);
        Pass pass = gate.enterBatch();
        try {
            LiveRuleSet.Lease lease = rules.lease();
            context.response()
                    .putHeader(
                            EvaluationResource.RULE_SET_HEADER, lease.version().digest());
            new LineExchange(request, context.vertx().getOrCreateContext(), new BatchWork(pass, lease, answers))
                    .start(settings.batchIdleTimeout());
        } catch (RuntimeException e) {
            pass.close();
            throw e;
        }
    }
}
