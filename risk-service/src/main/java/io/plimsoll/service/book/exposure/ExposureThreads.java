package io.plimsoll.service.book.exposure;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Half of the processors: evaluations come first.
@Singleton
final class ExposureThreads {

    private final int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private final ExecutorService threads = Executors.newFixedThreadPool(count, ExposureThreads::thread);
    private volatile boolean isClosed;

    ExposureThreads() {}

    /// Drools looks for its services by the context class loader.
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "exposure");
        thread.setDaemon(true);
        thread.setContextClassLoader(ExposureThreads.class.getClassLoader());
        return thread;
    }

    /// How many things are done at the same time.
    int count() {
        return count;
    }

    <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    /// Whether the service is stopping.
    boolean isClosed() {
        return isClosed;
    }

    @PreDestroy
    void close() {
        isClosed = true;
        threads.shutdown();
    }
}
