package io.plimsoll.service.order;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.body.BodyLine;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.evaluation.BatchDoor;
import io.plimsoll.service.evaluation.LineAnswers;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// `POST /v1/orders/check/batch`: a stream of questions in, a stream of answers out: `{"line": 1, "check":
/// {…}}` or `{"line": 1, "problem": {…}}`.
///
/// Each line stands for itself: an order that was accepted is not counted as resting in the lines after it.
@Singleton
final class OrderBatchRoute {

    private static final String PATH = "/v1/orders/check/batch";

    /// As of [OrderResource].
    private static final Set<Role> MAY_ASK = EnumSet.of(Role.OMS, Role.OFFICER, Role.APPROVER, Role.OPERATOR);

    private final BatchDoor door;
    private final OrderChecks checks;
    private final Callers callers;

    OrderBatchRoute(BatchDoor door, OrderChecks checks, Callers callers) {
        this.door = door;
        this.checks = checks;
        this.callers = callers;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(0).handler(context -> door.open(context, () -> answers(context)));
    }

    private LineAnswers answers(RoutingContext context) {
        if (!callers.of(context).mayAny(MAY_ASK)) {
            throw Problems.ofStatus(ProblemType.FORBIDDEN.status());
        }
        OrderParameters.requireNone(context);
        return this::answer;
    }

    private CompletionStage<Buffer> answer(RuleSetVersion version, BodyLine line) {
        return CompletableFuture.completedStage(checked(version, line));
    }

    private Buffer checked(RuleSetVersion version, BodyLine line) {
        try {
            return line.answer("\"check\":", checks.answer(version, line.document()));
        } catch (RuntimeException | StackOverflowError e) {
            return line.problem(e);
        }
    }
}
