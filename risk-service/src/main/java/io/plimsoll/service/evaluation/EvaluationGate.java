package io.plimsoll.service.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Lets a bounded number of requests in and evaluates them on a bounded number of threads.
///
/// Whoever wants to evaluate takes a [Pass] first. There are as many as threads and places in the queue; when
/// they are out, the next one is refused at once. A holder runs one task at a time, so the queue needs no
/// bound of its own.
@Singleton
public final class EvaluationGate {

    private final ThreadPoolExecutor threads;
    private final Semaphore places;
    private final Semaphore batches;
    private final Counter refusals;

    EvaluationGate(EvaluationSettings settings, MeterRegistry registry) {
        int concurrency =
                settings.concurrency().orElseGet(() -> Runtime.getRuntime().availableProcessors());
        this.threads = new ThreadPoolExecutor(
                concurrency, concurrency, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threadFactory());
        this.places = new Semaphore(concurrency + settings.queue());
        this.batches = new Semaphore(settings.batches());
        this.refusals = Counter.builder("plimsoll.gate.refusals")
                .description("Requests and batches refused because the service was at its limit")
                .register(registry);
        Gauge.builder("plimsoll.gate.places", places, Semaphore::availablePermits)
                .description("How many requests and batches more would be let in")
                .register(registry);
        Gauge.builder("plimsoll.gate.waiting", threads, pool -> pool.getQueue().size())
                .description("Evaluations that wait for a thread")
                .register(registry);
        Gauge.builder("plimsoll.gate.running", threads, ThreadPoolExecutor::getActiveCount)
                .description("Evaluations that run")
                .register(registry);
    }

    /// A place for one request.
    ///
    /// @throws ProblemException if there is none
    public Pass enter() {
        return new Pass(places.tryAcquire() ? places::release : refuse("evaluations"));
    }

    /// A place for one batch.
    ///
    /// @throws ProblemException if there is none
    Pass enterBatch() {
        if (!batches.tryAcquire()) {
            refuse("batches");
        }
        if (!places.tryAcquire()) {
            batches.release();
            refuse("evaluations");
        }
        return new Pass(() -> {
            places.release();
            batches.release();
        });
    }

    private Runnable refuse(String what) {
        refusals.increment();
        throw new ProblemException(
                ProblemType.OVERLOADED,
                "The service takes on no more %s at this moment. Maybe ask again in a second.".formatted(what),
                Map.of("Retry-After", "1"));
    }

    private static ThreadFactory threadFactory() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "evaluation-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(EvaluationGate.class.getClassLoader());
            return thread;
        };
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /// The right to evaluate, until it is closed.
    public final class Pass implements AutoCloseable {

        private final Runnable release;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Pass(Runnable release) {
            this.release = release;
        }

        /// Runs a task on a thread for evaluations. The holder starts the next one when this is done, not
        /// before.
        public <T> CompletionStage<T> run(Supplier<T> task) {
            return CompletableFuture.supplyAsync(task, threads);
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                release.run();
            }
        }
    }
}
