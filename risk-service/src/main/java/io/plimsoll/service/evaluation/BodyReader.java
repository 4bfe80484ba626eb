package io.plimsoll.service.evaluation;

import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/// Reads a body, up to a limit of size and of time, into room that was set aside before.
@Singleton
public final class BodyReader {

    private static final long LINGER_MILLIS = 5_000;

    private final Vertx vertx;
    private final BodyBudget budget;
    private final long timeoutMillis;

    BodyReader(Vertx vertx, BodyBudget budget, EvaluationSettings settings) {
        this.vertx = vertx;
        this.budget = budget;
        this.timeoutMillis = settings.bodyTimeout().toMillis();
    }

    /// The body, when it has arrived. To be called on the request's event loop, before it is left for the
    /// first time.
    ///
    /// @return fails with a [ProblemException] if the body is too large or too slow, or breaks off
    /// @throws ProblemException if the body is too large by its header, or there is no room for it
    public CompletableFuture<byte[]> read(HttpServerRequest request) {
        long length = announcedLength(request);
        if (length > JsonDocuments.MAX_BYTES) {
            drain(request);
            throw tooLarge();
        }
        Runnable giveBack = reserve(request, length < 0 ? JsonDocuments.MAX_BYTES : length);
        return new Reading(request).start().whenComplete((body, failure) -> giveBack.run());
    }

    private Runnable reserve(HttpServerRequest request, long bytes) {
        try {
            return budget.reserve(bytes);
        } catch (ProblemException e) {
            drain(request);
            throw e;
        }
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The Content-Length is not a number.");
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                "The body has more than %,d bytes. Maybe send the accounts one by one, or as a batch."
                        .formatted(JsonDocuments.MAX_BYTES));
    }

    // A client that is still sending would miss the answer if the connection were closed under it, so what it sends is
    // thrown away for a while.
    private void drain(HttpServerRequest request) {
        request.handler(ignored -> {});
        request.resume();
        long timer =
                vertx.setTimer(LINGER_MILLIS, ignored -> request.connection().close());
        request.endHandler(ignored -> vertx.cancelTimer(timer));
        request.exceptionHandler(ignored -> vertx.cancelTimer(timer));
    }

    /// The arrival of one body.
    private final class Reading {

        private final HttpServerRequest request;
        private final CompletableFuture<byte[]> result = new CompletableFuture<>();
        private final Buffer body = Buffer.buffer();
        private long timer;

        Reading(HttpServerRequest request) {
            this.request = request;
        }

        CompletableFuture<byte[]> start() {
            timer = vertx.setTimer(
                    timeoutMillis,
                    ignored -> fail(new ProblemException(
                            ProblemType.REQUEST_TIMEOUT,
                            "The body did not arrive within %d ms. Maybe the Content-Length is too high."
                                    .formatted(timeoutMillis))));
            request.handler(this::append);
            request.endHandler(ignored -> end());
            request.exceptionHandler(failure -> {
                vertx.cancelTimer(timer);
                result.completeExceptionally(
                        new ProblemException(ProblemType.BAD_REQUEST, "The body broke off before its end."));
            });
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            request.resume();
            return result;
        }

        private void append(Buffer chunk) {
            if (body.length() + chunk.length() > JsonDocuments.MAX_BYTES) {
                fail(tooLarge());
            } else {
                body.appendBuffer(chunk);
            }
        }

        private void end() {
            vertx.cancelTimer(timer);
            result.complete(body.getBytes());
        }

        private void fail(ProblemException problem) {
            vertx.cancelTimer(timer);
            drain(request);
            result.completeExceptionally(problem);
        }
    }
}
