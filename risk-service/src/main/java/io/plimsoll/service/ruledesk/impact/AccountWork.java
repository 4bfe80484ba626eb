package io.plimsoll.service.ruledesk.impact;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Works on many accounts, on half of the processors for all who ask: evaluations come first.
@Singleton
final class AccountWork {

    private final ForkJoinPool threads = new ForkJoinPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), AccountWork::thread, null, false);

    AccountWork() {}

    /// Drools looks for its services by the context class loader, which would be that of the platform.
    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setContextClassLoader(AccountWork.class.getClassLoader());
        return thread;
    }

    /// Does one thing.
    <T> T once(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /// Does something with each account. Nothing is at work any more when this returns or throws.
    ///
    /// @param stopped is asked before each account; what was not begun then has no result
    /// @return the results in the order of the accounts
    <T, R> List<R> each(List<T> accounts, Function<T, R> work, BooleanSupplier stopped) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        List<R> results = once(() -> accounts.parallelStream()
                .map(account -> result(account, work, stopped, failure))
                .<R>mapMulti(Optional::ifPresent)
                .toList());
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
        return results;
    }

    // An exception would end the stream while other threads are at work still.
    private static <T, R> Optional<R> result(
            T account,
            Function<T, R> work,
            BooleanSupplier stopped,
            AtomicReference<@Nullable RuntimeException> failure) {
        if (stopped.getAsBoolean() || failure.get() != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(account));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() {
        // What was begun is ended, because somebody waits for it.
        threads.shutdown();
    }
}
