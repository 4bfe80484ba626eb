package io.plimsoll.service.record.export;

import io.plimsoll.service.record.export.VerificationReport.Summary;
import org.jspecify.annotations.Nullable;

/// Counts what was looked at.
final class Tally {

    private long entries;
    private long from;
    private long to;
    private @Nullable String head;
    private long checkpoints;
    private long ruleSets;
    private long decisions;

    void entry(EntryLine entry) {
        from = entries == 0 ? entry.sequence() : from;
        entries++;
        decisions += entry.body().decision().isPresent() ? 1 : 0;
    }

    void head(long sequence, String hash) {
        to = sequence;
        head = hash;
    }

    void checkpoint() {
        checkpoints++;
    }

    void ruleSet() {
        ruleSets++;
    }

    long from() {
        return from;
    }

    long checkpoints() {
        return checkpoints;
    }

    Summary summary(long lines, @Nullable Long replayed) {
        return new Summary(lines, entries, from, to, head, checkpoints, ruleSets, decisions, replayed);
    }
}
