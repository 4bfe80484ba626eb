package io.plimsoll.benchmarks.reload;

import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.evaluation.Accounts;
import io.plimsoll.benchmarks.evaluation.Kind;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.live.LiveRuleSet;
import io.plimsoll.rules.live.RuleSetWatcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Decides without a pause, and notes when each version decided first.
final class Deciding implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ACCOUNTS = 64;
    private static final long SEED = 4;

    private final LiveRuleSet live;
    private final Map<String, Long> firstDecisions = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;

    private Deciding(LiveRuleSet live) {
        this.live = live;
        this.thread = Thread.ofPlatform().name("deciding").daemon().unstarted(this::decide);
    }

    static Deciding start(LiveRuleSet live) {
        Deciding deciding = new Deciding(live);
        deciding.thread.start();
        return deciding;
    }

    long count() {
        return count.get();
    }

    /// When a version decided first, by `System.nanoTime()`.
    ///
    /// @throws BenchmarkException if it does not within half a minute, or is refused
    long firstBy(String digest, RuleSetWatcher watcher) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Long first = firstDecisions.get(digest);
            if (first != null) {
                return first;
            }
            Thread.sleep(1);
        }
        throw new BenchmarkException(
                "The edit did not go live within %s: %s".formatted(PATIENCE, watcher.refusedEdit()));
    }

    private void decide() {
        List<Snapshot> accounts = Accounts.of(Kind.MIXED, ACCOUNTS, SEED);
        for (int next = 0; open; next = (next + 1) % ACCOUNTS) {
            try (LiveRuleSet.Lease lease = live.lease()) {
                Decision decision = lease.version().evaluate(accounts.get(next));
                firstDecisions.computeIfAbsent(decision.version(), digest -> System.nanoTime());
                count.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
