package io.plimsoll.service.record.export;

import java.util.Set;

/// Follows the entries of an export, from each to the next.
///
/// After a problem it goes on from what the line itself claims, so that one change is not told again at every
/// line that follows.
final class ChainWalk {

    private final Checks checks;
    private final Problems problems;
    private final CheckpointWalk checkpoints;
    private final Tally tally;
    private final long mustBegin;
    private long head;
    private Set<String> hashes = Set.of();
    private boolean isInDoubt;

    /// @param mustBegin the entry at which the export must begin; 0 if anywhere
    ChainWalk(Checks checks, Problems problems, CheckpointWalk checkpoints, Tally tally, long mustBegin) {
        this.checks = checks;
        this.problems = problems;
        this.checkpoints = checkpoints;
        this.tally = tally;
        this.mustBegin = mustBegin;
    }

    /// The entry that was met last; 0 before the first.
    long head() {
        return head;
    }

    /// Notes that a line could not be read, which may have been an entry.
    void doubt() {
        isInDoubt = true;
    }

    /// Takes the next entry.
    void enter(EntryLine entry, long line) {
        tally.entry(entry);
        if (!checks.givesItsHash(entry)) {
            long place = place();
            problems.add(
                    line,
                    place,
                    place,
                    "Entry %d and the hash beside it don't fit: one of them was changed.".formatted(place));
            // What it says of its place and of the entry before it is as doubtful as the rest.
            move(entry, head == 0 ? entry.sequence() : place, line);
        } else if (head == 0) {
            begin(entry, line);
            move(entry, entry.sequence(), line);
        } else if (goOn(entry, line)) {
            move(entry, entry.sequence(), line);
        }
        isInDoubt = false;
    }

    /// The sequence that the next entry should have, as far as is known.
    long place() {
        return head > 0 ? head + 1 : Math.max(1, mustBegin);
    }

    private void move(EntryLine entry, long sequence, long line) {
        if (head > 0) {
            checkpoints.leave(head, line);
        }
        head = sequence;
        hashes = entry.own().equals(entry.stated()) ? Set.of(entry.own()) : Set.of(entry.own(), entry.stated());
        tally.head(head, entry.stated());
        checkpoints.enter(head, hashes, line);
    }

    private void begin(EntryLine entry, long line) {
        long sequence = entry.sequence();
        if (mustBegin > 0 && sequence != mustBegin) {
            problems.add(
                    line,
                    Math.min(mustBegin, sequence),
                    Math.max(mustBegin, sequence),
                    "The export begins at entry %d and must begin at %d: entries were cut off or put in front."
                            .formatted(sequence, mustBegin));
        }
        if (sequence == 1 && !checks.isFirst(entry)) {
            problems.add(line, 1, 1, "Entry 1 names an entry before it, and there is none: it was replaced.");
        }
        checkpoints.begin(entry, line);
    }

    private boolean goOn(EntryLine entry, long line) {
        long sequence = entry.sequence();
        if (!checks.isInPlace(entry, head + 1)) {
            return misplaced(sequence, line);
        }
        if (!checks.follows(entry, hashes)) {
            problems.add(
                    line,
                    head,
                    sequence,
                    "Entry %d names another hash than that of the entry before it: %d or %d was replaced."
                            .formatted(sequence, head, sequence));
        }
        return true;
    }

    private boolean misplaced(long sequence, long line) {
        if (sequence <= head) {
            problems.add(
                    line,
                    sequence,
                    head,
                    "Entry %d stands after entry %d: it was moved, put in, or stands there twice."
                            .formatted(sequence, head));
            return false;
        }
        boolean isExplained = isInDoubt && sequence == head + 2;
        if (!isExplained) {
            problems.add(
                    line,
                    head + 1,
                    sequence - 1,
                    "Entry %d follows entry %d: the entries between were taken out or moved."
                            .formatted(sequence, head));
        }
        return true;
    }
}
