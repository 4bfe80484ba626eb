package io.plimsoll.benchmarks.publish;

import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.benchmarks.evaluation.Accounts;
import io.plimsoll.benchmarks.evaluation.Kind;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.live.LiveRuleSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Decides without a pause while versions come and go, and looks at every decision: all of its rules must be of the one
/// edition that its version has.
final class Witness implements AutoCloseable {

    private static final int ACCOUNTS = 64;
    private static final long SEED = 4;

    private final LiveRuleSet live;
    private final Map<String, Integer> rulesByDigest = new ConcurrentHashMap<>();
    private final Map<String, Long> firstDecisions = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("witness").daemon().unstarted(this::decide);
    private volatile @Nullable Throwable wrong;
    private volatile boolean open = true;

    Witness(LiveRuleSet live) {
        this.live = live;
    }

    /// Before the version goes live.
    void expect(String digest, int rules) {
        rulesByDigest.put(digest, rules);
    }

    void start() {
        thread.start();
    }

    long count() {
        return count.get();
    }

    /// When a version decided first, by `System.nanoTime()`; waits for it.
    long first(String digest) throws InterruptedException {
        while (true) {
            Throwable failure = wrong;
            if (failure != null) {
                throw new BenchmarkException("A decision went wrong: " + failure);
            }
            Long first = firstDecisions.get(digest);
            if (first != null) {
                return first;
            }
            Thread.sleep(0, 200_000);
        }
    }

    private void decide() {
        try {
            List<Snapshot> accounts = Accounts.of(Kind.MIXED, ACCOUNTS, SEED);
            for (int next = 0; open; next = (next + 1) % ACCOUNTS) {
                Decision decision;
                try (LiveRuleSet.Lease lease = live.lease()) {
                    decision = lease.version().evaluate(accounts.get(next));
                }
                firstDecisions.computeIfAbsent(decision.version(), digest -> System.nanoTime());
                requireOneEdition(decision);
                count.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            wrong = e;
        }
    }

    private void requireOneEdition(Decision decision) {
        String tag = " #" + rulesByDigest.get(decision.version());
        decision.thresholds().forEach(state -> require(state.setBy().rule(), tag));
        decision.actions().forEach(action -> action.chosenBy().forEach(by -> require(by.rule(), tag)));
        decision.firings().forEach(firing -> require(firing.rule(), tag));
    }

    private static void require(String rule, String tag) {
        if (!rule.endsWith(tag)) {
            throw new BenchmarkException("The rule (%s) took part in a decision by%s.".formatted(rule, tag));
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
