package io.plimsoll.service.book.account;

import io.plimsoll.service.body.LineExchange;
import io.plimsoll.service.body.MediaTypes;
import io.plimsoll.service.book.BookSettings;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// `POST /v1/accounts/bulk`: a stream of accounts in, a stream of their revisions out.
///
/// A route and no resource, because the REST layer reads a request to its end before it writes an answer.
@Singleton
final class BulkRoute {

    private static final String PATH = "/v1/accounts/bulk";

    private final Accounts accounts;
    private final Callers callers;
    private final Semaphore places;
    private final Duration idleTimeout;

    BulkRoute(Accounts accounts, Callers callers, BookSettings settings) {
        this.accounts = accounts;
        this.callers = callers;
        this.places = new Semaphore(settings.bulks());
        this.idleTimeout = settings.bulkIdleTimeout();
    }

    void register(@Observes Router router) {
        // Another method is about an account of this name.
        router.route(HttpMethod.POST, PATH).order(0).handler(this::handle);
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
        Caller caller = callers.of(context);
        if (!caller.mayAny(EnumSet.of(Role.OMS))) {
            throw Problems.ofStatus(ProblemType.FORBIDDEN.status());
        }
        String by = caller.name();
        if (!MediaTypes.isAccepted(MediaTypes.NDJSON, request)) {
            throw Problems.ofStatus(ProblemType.NOT_ACCEPTABLE.status());
        }
        MediaTypes.require(MediaTypes.NDJSON, request);
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.OVERLOADED,
                    "As many accounts are loaded at this moment as the service takes on. Maybe ask again in a second.",
                    Map.of("Retry-After", "1"));
        }
        new LineExchange(request, context.vertx().getOrCreateContext(), new BulkWork(accounts, by, places::release))
                .start(idleTimeout);
    }
}
