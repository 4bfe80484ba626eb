package io.plimsoll.service.evaluation;

import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.service.evaluation.EvaluationGate.Pass;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One open batch: takes a chunk, answers its lines, and takes the next chunk when the client has taken the
/// answers.
///
/// All but [#answers()] happens on the request's event loop, so a slow client delays nobody else, and what is
/// held is one chunk, its lines and their answers.
final class BatchExchange {

    private static final Logger LOG = Logger.getLogger(BatchExchange.class);

    /// How much of a batch is decided before it is recorded and answered.
    private static final int TOGETHER_BYTES = 64 << 10;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final Pass pass;
    private final LiveRuleSet.Lease lease;
    private final LineAnswers answers;
    private final LineSplitter lines = new LineSplitter(JsonDocuments.MAX_BYTES);

    private boolean busy;
    private boolean received;
    private boolean closed;
    private volatile boolean stopped;
    private long lastProgress = System.nanoTime();

    BatchExchange(HttpServerRequest request, Context context, Pass pass, LiveRuleSet.Lease lease, LineAnswers answers) {
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.pass = pass;
        this.lease = lease;
        this.answers = answers;
    }

    /// Begins, on the request's event loop.
    void start(Duration idleTimeout) {
        response.setChunked(true)
                .putHeader("Content-Type", MediaTypes.NDJSON)
                .putHeader(EvaluationResource.RULE_SET_HEADER, lease.version().digest());
        request.pause();
        request.handler(this::receive);
        request.endHandler(ignored -> receiveEnd());
        request.exceptionHandler(ignored -> stop());
        response.exceptionHandler(ignored -> stop());
        response.closeHandler(ignored -> stop());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            response.writeContinue();
        }
        watch(idleTimeout);
        request.fetch(1);
    }

    private void watch(Duration idleTimeout) {
        context.owner().setTimer(Math.max(1, idleTimeout.toMillis() / 4), ignored -> {
            if (closed) {
                return;
            }
            if (System.nanoTime() - lastProgress > idleTimeout.toNanos()) {
                request.connection().close();
            } else {
                watch(idleTimeout);
            }
        });
    }

    private void receive(Buffer chunk) {
        lastProgress = System.nanoTime();
        lines.append(chunk);
        proceed();
    }

    private void receiveEnd() {
        received = true;
        proceed();
    }

    private void proceed() {
        if (busy || closed) {
            return;
        }
        if (stopped) {
            close();
        } else if (lines.hasNext()) {
            busy = true;
            pass.run(this::answers)
                    .thenCompose(BatchExchange::together)
                    .whenComplete((out, failure) -> context.runOnContext(ignored -> send(out, failure)));
        } else if (!received) {
            request.fetch(1);
        } else if (lines.end()) {
            proceed();
        } else {
            response.end();
            close();
        }
    }

    /// Answers to the lines at hand. The only thing that happens elsewhere, while [#busy] keeps the lines
    /// from change.
    private List<CompletableFuture<Buffer>> answers() {
        List<CompletableFuture<Buffer>> out = new ArrayList<>();
        int read = 0;
        while (!stopped && read < TOGETHER_BYTES && lines.hasNext()) {
            BatchLine line = lines.poll().orElseThrow();
            read += line.length();
            out.add(answers.answer(lease.version(), line).toCompletableFuture());
        }
        return out;
    }

    /// The answers in the order of their lines, once what is to be kept of them is.
    private static CompletionStage<Buffer> together(List<CompletableFuture<Buffer>> answers) {
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(ignored -> {
                    Buffer out = Buffer.buffer();
                    answers.forEach(answer -> out.appendBuffer(answer.join()));
                    return out;
                });
    }

    private void send(@Nullable Buffer out, @Nullable Throwable failure) {
        if (failure != null || out == null) {
            LOG.error("A batch met a defect and is broken off.", failure);
            request.connection().close();
            stopped = true;
        }
        if (stopped || out == null) {
            busy = false;
            close();
        } else {
            response.write(out).onComplete(this::sent);
        }
    }

    private void sent(AsyncResult<Void> result) {
        lastProgress = System.nanoTime();
        busy = false;
        stopped |= result.failed();
        proceed();
    }

    private void stop() {
        stopped = true;
        proceed();
    }

    private void close() {
        if (!closed) {
            closed = true;
            lease.close();
            pass.close();
        }
    }
}
