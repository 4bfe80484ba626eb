package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.snapshot.Snapshot;

/// One way to decide about an account.
interface Engine extends AutoCloseable {

    /// The account in the form that the engine takes.
    default Object input(Snapshot snapshot) {
        return snapshot;
    }

    /// Decides; this is what is measured.
    Object decide(Object input);

    @Override
    void close();

    /// The engine of this name, over a margin table with this many rows.
    static Engine of(String name, int rows) {
        return switch (name) {
            case "plain_new_session" -> PlainDrools.newSessions(BenchmarkRules.source(rows));
            case "plain_pooled" -> PlainDrools.pooled(BenchmarkRules.source(rows));
            case "plimsoll" -> new PlimsollEngine(BenchmarkRules.version(rows));
            case "plimsoll_json" -> new PlimsollJsonEngine(BenchmarkRules.version(rows));
            default -> throw new IllegalArgumentException("There is no engine (%s).".formatted(name));
        };
    }
}
