package io.plimsoll.service.body;

import io.plimsoll.rules.document.json.JsonDocuments;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One open batch: takes a chunk, has its lines answered, and takes the next chunk when the client has taken
/// the answers.
///
/// All but the work itself happens on the request's event loop, so a slow client delays nobody else, and what
/// is held is one chunk, its lines and their answers.
public final class LineExchange {

    private static final Logger LOG = Logger.getLogger(LineExchange.class);

    /// How much of a batch is worked on before it is answered, and taken in meanwhile.
    private static final int TOGETHER_BYTES = 64 << 10;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final LineWork work;
    private final LineSplitter lines = new LineSplitter(JsonDocuments.MAX_BYTES);

    private Buffer ahead = Buffer.buffer();
    private boolean fetching;
    private boolean busy;
    private boolean received;
    private boolean closed;
    private int taken;
    private volatile boolean stopped;
    private long lastProgress = System.nanoTime();

    /// An exchange that has yet to start.
    ///
    /// @param context of the request
    /// @param work that is closed when the exchange is over, once it has started
    public LineExchange(HttpServerRequest request, Context context, LineWork work) {
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.work = work;
    }

    /// Begins, on the request's event loop.
    ///
    /// @param idleTimeout how long the client may neither send nor read
    public void start(Duration idleTimeout) {
        response.setChunked(true).putHeader("Content-Type", MediaTypes.NDJSON);
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
        fetch();
    }

    private void fetch() {
        if (!fetching && !received && ahead.length() < TOGETHER_BYTES) {
            fetching = true;
            request.fetch(1);
        }
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
        fetching = false;
        ahead.appendBuffer(chunk);
        if (busy) {
            fetch();
        } else {
            proceed();
        }
    }

    private void receiveEnd() {
        received = true;
        proceed();
    }

    private void proceed() {
        if (busy || closed) {
            return;
        }
        lines.append(ahead);
        ahead = Buffer.buffer();
        if (stopped) {
            close();
        } else if (lines.hasNext()) {
            busy = true;
            fetch();
            taken = 0;
            work.answer(this::next).whenComplete((out, failure) -> context.runOnContext(ignored -> send(out, failure)));
        } else if (!received) {
            fetch();
        } else if (lines.end()) {
            proceed();
        } else {
            response.end();
            close();
        }
    }

    /// The next line at hand. The only thing that happens elsewhere, while [#busy] keeps the lines from change.
    private Optional<BodyLine> next() {
        if (stopped || taken >= TOGETHER_BYTES) {
            return Optional.empty();
        }
        Optional<BodyLine> line = lines.poll();
        taken += line.map(BodyLine::length).orElse(0);
        return line;
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
            work.close();
        }
    }
}
