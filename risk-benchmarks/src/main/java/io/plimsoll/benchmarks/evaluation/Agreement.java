package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.benchmarks.BenchmarkException;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Whether the engines decide alike about accounts of every kind. Only engines that do can be compared.
final class Agreement {

    private static final int ACCOUNTS = 1_000;
    private static final long SEED = 2026;

    private Agreement() {}

    /// The correctness sum that all engines arrive at.
    ///
    /// @throws BenchmarkException if two of them disagree about an account
    static int check(List<String> engines, int rows) {
        List<Snapshot> accounts = accounts();
        List<Verdict> expected = verdicts(engines.getFirst(), rows, accounts);
        for (String engine : engines.subList(1, engines.size())) {
            List<Verdict> verdicts = verdicts(engine, rows, accounts);
            for (int i = 0; i < ACCOUNTS; i++) {
                if (!verdicts.get(i).equals(expected.get(i))) {
                    throw new BenchmarkException("%s and %s disagree about account %d (seed %d, %d rows): %s and %s."
                            .formatted(engines.getFirst(), engine, i, SEED, rows, expected.get(i), verdicts.get(i)));
                }
            }
        }
        Map<Verdict.Outcome, Integer> outcomes = new EnumMap<>(Verdict.Outcome.class);
        expected.forEach(verdict -> outcomes.merge(verdict.outcome(), 1, Integer::sum));
        System.err.printf("%s agree on %d accounts over %d rows: %s%n", engines, ACCOUNTS, rows, outcomes);
        if (outcomes.size() < Verdict.Outcome.values().length) {
            throw new BenchmarkException("The accounts do not have every outcome, only %s.".formatted(outcomes));
        }
        return Verdict.sum(expected.stream());
    }

    /// The correctness sum of one engine.
    static int sum(ComparableEngine engine) {
        return Verdict.sum(verdicts(engine, accounts()).stream());
    }

    private static List<Snapshot> accounts() {
        return Accounts.of(Kind.MIXED, ACCOUNTS, SEED);
    }

    private static List<Verdict> verdicts(String name, int rows, List<Snapshot> accounts) {
        try (Engine engine = Engine.of(name, rows)) {
            return verdicts((ComparableEngine) engine, accounts);
        }
    }

    private static List<Verdict> verdicts(ComparableEngine engine, List<Snapshot> accounts) {
        return accounts.stream()
                .map(account -> engine.verdict(engine.decide(account)))
                .toList();
    }
}
