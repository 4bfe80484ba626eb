package io.plimsoll.service.evaluation;

import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.EnumSet;
import java.util.Set;

/// `POST /v1/evaluations/batch`: a stream of snapshots in, a stream of decisions out.
///
/// A route and no resource, because the REST layer reads a request to its end before it writes an answer.
@Singleton
final class BatchRoute {

    private static final String PATH = "/v1/evaluations/batch";

    /// As of [EvaluationResource].
    private static final Set<Role> MAY_ASK = EnumSet.of(Role.OMS, Role.OFFICER, Role.APPROVER, Role.OPERATOR);

    private final BatchDoor door;
    private final BatchAnswers answers;
    private final Validator validator;
    private final Callers callers;

    BatchRoute(BatchDoor door, BatchAnswers answers, Validator validator, Callers callers) {
        this.door = door;
        this.answers = answers;
        this.validator = validator;
        this.callers = callers;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(0).handler(context -> door.open(context, () -> answers(context)));
    }

    private LineAnswers answers(RoutingContext context) {
        Caller caller = callers.of(context);
        if (!caller.mayAny(MAY_ASK)) {
            throw Problems.ofStatus(ProblemType.FORBIDDEN.status());
        }
        Inquiry inquiry = Inquiry.of(EvaluationParameters.of(context, validator), caller);
        return (version, line) -> answers.answer(version, line, inquiry);
    }
}
