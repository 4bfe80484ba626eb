package io.plimsoll.service.evaluation;

import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.body.LineExchange;
import io.plimsoll.service.body.MediaTypes;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
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
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// `POST /v1/evaluations/batch`: a stream of snapshots in, a stream of decisions out, by one version of the
/// rules.
///
/// A route and no resource, because the REST layer reads a request to its end before it writes an answer.
@Singleton
final class BatchRoute {

    private static final String PATH = "/v1/evaluations/batch";

    /// As of [EvaluationResource].
    private static final Set<Role> MAY_ASK = EnumSet.of(Role.OMS, Role.OFFICER, Role.APPROVER, Role.OPERATOR);

    private final LiveRules rules;
    private final EvaluationGate gate;
    private final BatchAnswers answers;
    private final EvaluationSettings settings;
    private final Validator validator;
    private final Callers callers;

    BatchRoute(
            LiveRules rules,
            EvaluationGate gate,
            BatchAnswers answers,
            EvaluationSettings settings,
            Validator validator,
            Callers callers) {
        this.rules = rules;
        this.gate = gate;
        this.answers = answers;
        this.settings = settings;
        this.validator = validator;
        this.callers = callers;
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
        Inquiry inquiry = inquiry(context);
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
            new LineExchange(
                            request, context.vertx().getOrCreateContext(), new BatchWork(pass, lease, answers, inquiry))
                    .start(settings.batchIdleTimeout());
        } catch (RuntimeException e) {
            pass.close();
            throw e;
        }
    }

    private Inquiry inquiry(RoutingContext context) {
        Caller caller = callers.of(context);
        if (!caller.mayAny(MAY_ASK)) {
            throw Problems.ofStatus(ProblemType.FORBIDDEN.status());
        }
        return Inquiry.of(EvaluationParameters.of(context, validator), caller);
    }
}
