package io.plimsoll.benchmarks.record;

import io.plimsoll.benchmarks.BenchmarkException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/// Sends requests at a rate, whether or not the ones before were answered, and counts each from the moment
/// when it was due: a service that stalls delays all that were due meanwhile.
public final class OpenLoop implements AutoCloseable {

    private static final int CONNECTIONS = 128;
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient client = vertx.httpClientBuilder()
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
            .build();

    /// What a rate did.
    ///
    /// @param offered requests a second
    /// @param answered requests a second that were answered with 200, until the last answer
    /// @param medianNs the middle duration from the due time to the answer
    /// @param p99Ns the duration that one in a hundred exceeds
    public record Load(double offered, double answered, long medianNs, long p99Ns) {

        /// Whether the service kept up.
        public boolean isSustained() {
            return answered >= 0.95 * offered;
        }
    }

    /// Sends for some seconds.
    ///
    /// @param body of the request with a number
    public Load run(URI target, LongFunction<Buffer> body, double perSecond, int seconds) throws InterruptedException {
        int count = (int) Math.round(perSecond * seconds);
        long[] durations = new long[count];
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = start + Math.round(i * 1e9 / perSecond);
            waitUntil(due);
            Buffer text = body.apply(number);
            // On the event loop from the start: a response that has arrived before anybody asks for its body is lost.
            context.runOnContext(ignored -> send(target, text).onComplete(answer -> {
                durations[number] = System.nanoTime() - due;
                if (answer.failed() || answer.result() != 200) {
                    failures.incrementAndGet();
                }
                open.countDown();
            }));
        }
        if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new BenchmarkException("%d requests to %s were not answered.".formatted(open.getCount(), target));
        }
        double took = (System.nanoTime() - start) / 1e9;
        Arrays.sort(durations);
        return new Load(
                perSecond, (count - failures.get()) / took, durations[count / 2], durations[(int) (count * 0.99)]);
    }

    private Future<Integer> send(URI target, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(target.getHost())
                .setPort(target.getPort())
                .setURI(
                        target.getRawQuery() == null
                                ? target.getRawPath()
                                : target.getRawPath() + "?" + target.getRawQuery())
                .putHeader("Content-Type", "application/json");
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body().map(ignored -> response.statusCode()));
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
