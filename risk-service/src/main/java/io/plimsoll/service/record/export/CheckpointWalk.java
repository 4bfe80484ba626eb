package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.plimsoll.service.record.chain.Checkpoint;
import io.plimsoll.service.record.chain.PublicCheckpointKey;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds the chain against checkpoints: those that stand in the export, directly after their entries, and those
/// that were kept elsewhere.
final class CheckpointWalk {

    private final Checks checks;
    private final Problems problems;
    private final TrustedKeys keys;
    private final OutsideCheckpoints outside;
    private final Tally tally;

    /// The last entry that a checkpoint confirms.
    private long confirmed;

    private long head;
    private Set<String> hashes = Set.of();
    private List<OutsideCheckpoint> outsideHere = List.of();
    private final Set<String> textsHere = new HashSet<>();
    private final List<Placed> leading = new ArrayList<>();

    private record Placed(SignedCheckpoint signed, long line) {}

    CheckpointWalk(Checks checks, Problems problems, TrustedKeys keys, OutsideCheckpoints outside, Tally tally) {
        this.checks = checks;
        this.problems = problems;
        this.keys = keys;
        this.outside = outside;
        this.tally = tally;
    }

    /// The last entry that a checkpoint confirms; 0 if none does.
    long confirmed() {
        return confirmed;
    }

    /// Takes a checkpoint of the export.
    void take(SignedCheckpoint signed, long line) {
        Checkpoint checkpoint = signed.checkpoint();
        Optional<String> objection = objection(signed);
        if (objection.isPresent()) {
            problems.add(line, head, checkpoint.sequence(), objection.get());
        } else if (!checks.isNew(textsHere.add(new String(signed.line(), US_ASCII)))) {
            problems.add(line, head, head, "The checkpoint of entry %d stands here twice.".formatted(head));
        } else if (head == 0) {
            leading.add(new Placed(signed, line));
        } else if (!checks.standsAfterItsEntry(signed, head)) {
            misplaced(checkpoint, line);
        } else {
            compare(signed, line, "The checkpoint");
        }
    }

    private void misplaced(Checkpoint checkpoint, long line) {
        long sequence = checkpoint.sequence();
        if (sequence > head) {
            cutOff(line, sequence, "a checkpoint");
        } else {
            problems.add(
                    line,
                    sequence,
                    head,
                    "The checkpoint of entry %d stands after entry %d: it was moved.".formatted(sequence, head));
        }
    }

    private void cutOff(long line, long sequence, String name) {
        problems.add(
                line,
                confirmed + 1,
                sequence,
                "The chain is at entry %d, and %s is of entry %d: its end was cut off, or entries after %d were taken out and hashes made anew."
                        .formatted(head, name, sequence, confirmed));
    }

    private void compare(SignedCheckpoint signed, long line, String name) {
        if (checks.agrees(signed, hashes)) {
            confirmed = head;
            tally.checkpoint();
        } else {
            problems.add(
                    line,
                    confirmed + 1,
                    head,
                    "%s says that entry %d has another hash: between %s and this one, entries were replaced and hashes made anew."
                            .formatted(
                                    name, head, confirmed == 0 ? "the beginning" : "the checkpoint of " + confirmed));
        }
    }

    /// Begins with the first entry: a checkpoint before it is of the entry before it.
    void begin(EntryLine entry, long line) {
        head = entry.sequence() - 1;
        hashes = Set.of(entry.previous());
        for (Placed placed : leading) {
            if (head == 0 || !checks.standsAfterItsEntry(placed.signed(), head)) {
                misplaced(placed.signed().checkpoint(), placed.line());
            } else {
                compare(placed.signed(), placed.line(), "The checkpoint");
            }
        }
        leading.clear();
        textsHere.clear();
        if (head > 0) {
            agree(outside.take(head), line);
        }
    }

    /// Goes to an entry.
    void enter(long sequence, Set<String> itsHashes, long line) {
        head = sequence;
        hashes = itsHashes;
        textsHere.clear();
        outsideHere = agree(outside.take(head), line);
    }

    private List<OutsideCheckpoint> agree(List<OutsideCheckpoint> those, long line) {
        List<OutsideCheckpoint> sound = those.stream().filter(this::isSound).toList();
        for (OutsideCheckpoint each : sound) {
            compare(each.signed(), line, "Line %d of %s".formatted(each.line(), each.file()));
        }
        return sound;
    }

    /// Leaves an entry: what is known of it elsewhere must have stood after it.
    void leave(long sequence, long line) {
        for (OutsideCheckpoint each : outsideHere) {
            if (!checks.isKept(each, textsHere)) {
                problems.add(
                        line,
                        sequence,
                        sequence,
                        "The checkpoint of entry %d that line %d of %s holds is not in the export: it was taken out."
                                .formatted(sequence, each.line(), each.file()));
            }
        }
        outsideHere = List.of();
    }

    /// Ends after the last entry.
    ///
    /// @param from the first entry of the export
    /// @param mustEnd the entry at which the export must end; 0 if it must reach every checkpoint
    /// @return how many checkpoints are of entries before the export
    long end(long from, long mustEnd, long line) {
        if (head > 0) {
            leave(head, line);
        }
        List<OutsideCheckpoint> left =
                outside.left().stream().filter(this::isSound).toList();
        long end = mustEnd == 0 ? Long.MAX_VALUE : mustEnd;
        left.stream()
                .filter(each -> !checks.isReached(each.sequence(), head) && each.sequence() <= end)
                .reduce((before, after) -> after)
                .ifPresent(farthest -> cutOff(
                        line,
                        farthest.sequence(),
                        "the checkpoint in line %d of %s".formatted(farthest.line(), farthest.file())));
        return left.stream().filter(each -> each.sequence() < from).count();
    }

    private boolean isSound(OutsideCheckpoint each) {
        Optional<String> objection = objection(each.signed());
        objection.ifPresent(message -> problems.addOther(each.file(), each.line(), each.sequence(), message));
        return objection.isEmpty();
    }

    private Optional<String> objection(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        Optional<PublicCheckpointKey> key = keys.find(checkpoint.key());
        if (key.isEmpty()) {
            return Optional.of("The checkpoint of entry %d names the key %s, which %s: it proves nothing."
                    .formatted(
                            checkpoint.sequence(),
                            checkpoint.key(),
                            keys.areOfExport() ? "the export does not show before it" : "is none of those given"));
        }
        return checks.isSigned(signed, key.get())
                ? Optional.empty()
                : Optional.of("The checkpoint of entry %d was not signed by the key %s: it was changed or made up."
                        .formatted(checkpoint.sequence(), checkpoint.key()));
    }
}
