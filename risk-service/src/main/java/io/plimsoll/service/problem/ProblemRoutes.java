package io.plimsoll.service.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/// Answers with problems where a request fails before, or outside of, the REST layer.
@Singleton
final class ProblemRoutes {

    private static final List<Integer> UNROUTED = List.of(400, 404, 405, 406, 413, 415, 500);

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(ProblemRoutes::fail);
        UNROUTED.forEach(status -> router.errorHandler(status, ProblemRoutes::fail));
    }

    private static void fail(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode();
        if (failure == null || (status >= 400 && status < 500)) {
            Problems.send(context.response(), Problems.ofStatus(status));
        } else {
            Problems.send(context.response(), Problems.of(failure));
        }
    }
}
