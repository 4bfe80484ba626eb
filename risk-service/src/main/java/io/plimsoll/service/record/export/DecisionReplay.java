package io.plimsoll.service.record.export;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes recorded decisions again, on all processors, by the rule sets that the export holds.
final class DecisionReplay implements AutoCloseable {

    /// Wider than any service needs: a clock that is slower today must not look like a change.
    private static final WorkLimits LIMITS = new WorkLimits(10_000_000, Duration.ofMinutes(1), Duration.ofMinutes(10));

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int MAX_PENDING = 4 * PROCESSORS;
    private static final int MAX_VERSIONS = 32;

    private final Checks checks;
    private final Problems problems;
    private final Map<String, RuleSetSource> sources = new HashMap<>();
    private final Map<String, Optional<RuleSetVersion>> versions = new HashMap<>();
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final ExecutorService processors = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().daemon().factory());
    private long same;

    private record Pending(long line, long sequence, String id, Future<Optional<String>> objection) {}

    DecisionReplay(Checks checks, Problems problems) {
        this.checks = checks;
        this.problems = problems;
    }

    /// Takes a rule set, before the decisions by it.
    void add(RuleSetSource source) {
        sources.put(source.digest(), source);
    }

    /// Takes a decision whose rule set is there.
    void add(long line, long sequence, RecordedDecision decision) {
        version(decision.ruleSet(), line).ifPresent(version -> {
            while (pending.size() >= MAX_PENDING) {
                settle(pending.remove());
            }
            ReplayedDecision again = new ReplayedDecision(checks, version, decision);
            pending.add(new Pending(line, sequence, decision.id(), processors.submit(again::objection)));
        });
    }

    /// Waits for the rest.
    ///
    /// @return how many decisions came out the same
    long finish() {
        while (!pending.isEmpty()) {
            settle(pending.remove());
        }
        return same;
    }

    private Optional<RuleSetVersion> version(String digest, long line) {
        if (!versions.containsKey(digest) && versions.size() == MAX_VERSIONS) {
            finish();
            closeVersions();
        }
        return versions.computeIfAbsent(digest, absent -> compiled(absent, line));
    }

    private Optional<RuleSetVersion> compiled(String digest, long line) {
        RuleSetSource source = sources.get(digest);
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(RuleSetCheck.check(source, Optional.empty(), LIMITS));
        } catch (InvalidRuleSetException e) {
            problems.add(
                    line,
                    0,
                    0,
                    "The rule set %s is refused by this release, so no decision by it is made again. %s"
                            .formatted(digest, e.diagnostics().getFirst()));
            return Optional.empty();
        }
    }

    private void settle(Pending decision) {
        Optional<String> objection = objection(decision.objection());
        if (objection.isEmpty()) {
            same++;
            return;
        }
        problems.add(
                decision.line(),
                decision.sequence(),
                decision.sequence(),
                "Entry %d, decision %s: %s".formatted(decision.sequence(), decision.id(), objection.get()));
    }

    private static Optional<String> objection(Future<Optional<String>> result) {
        try {
            return result.get();
        } catch (ExecutionException | CancellationException e) {
            return Optional.of("it could not be made again because of a defect (%s).".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was not made again: the verification was interrupted.");
        }
    }

    private void closeVersions() {
        versions.values().forEach(version -> version.ifPresent(RuleSetVersion::close));
        versions.clear();
    }

    @Override
    public void close() {
        processors.shutdownNow();
        closeVersions();
    }
}
