package io.plimsoll.service.record.export;

import io.plimsoll.rules.source.RuleSetSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Verifies an export of the record, as `docs/reference/record.md` describes it: finds what was changed, put
/// in, taken out, moved or made anew, and says between which entries it must lie. Reads a line at a time.
public final class ExportVerifier {

    private final VerificationRequest request;
    private final Checks checks;
    private final Problems problems;
    private final OutsideCheckpoints outside;
    private final Tally tally = new Tally();
    private final TrustedKeys keys;
    private final CheckpointWalk checkpoints;
    private final ChainWalk chain;
    private final DecisionReplay replay;
    private final Set<String> ruleSets = new HashSet<>();
    private final Set<String> missing = new HashSet<>();

    private ExportVerifier(String export, VerificationRequest request, Checks checks) throws IOException {
        this.request = request;
        this.checks = checks;
        this.problems = new Problems(export);
        this.outside = new OutsideCheckpoints();
        for (Path file : request.checkpoints()) {
            outside.read(file, problems);
        }
        this.keys = new TrustedKeys(request.keys());
        this.checkpoints = new CheckpointWalk(checks, problems, keys, outside, tally);
        this.chain = new ChainWalk(checks, problems, checkpoints, tally, request.from());
        this.replay = new DecisionReplay(checks, problems);
    }

    /// Verifies a file.
    ///
    /// @throws IOException if it, or a file of checkpoints, can't be read
    public static VerificationReport verify(Path export, VerificationRequest request) throws IOException {
        return verify(export, request, new Checks());
    }

    static VerificationReport verify(Path export, VerificationRequest request, Checks checks) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(export))) {
            return new ExportVerifier(export.toString(), request, checks).verify(in);
        }
    }

    private VerificationReport verify(InputStream in) throws IOException {
        try (replay) {
            LineReader lines = new LineReader(in);
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                take(line.get());
            }
            long end = lines.count() + 1;
            long uncovered = end(end);
            long replayed = replay.finish();
            return new VerificationReport(
                    problems.count() == 0,
                    problems.count(),
                    problems.all(),
                    notes(uncovered),
                    tally.summary(lines.count(), request.replay() ? replayed : null));
        }
    }

    private void take(Line line) {
        try {
            switch (line.end()) {
                case BREAK -> read(line);
                case FILE -> throw new InvalidLineException("ends without a line break: the export was cut off in it.");
                case BOUND -> throw new InvalidLineException("is longer than any line of a record.");
            }
        } catch (InvalidLineException e) {
            chain.doubt();
            problems.add(
                    line.number(),
                    chain.place() - 1,
                    chain.place(),
                    "The line %s It was changed, put in or damaged.".formatted(e.getMessage()));
        }
    }

    private void read(Line line) throws InvalidLineException {
        if (line.startsWith(EntryLine.START)) {
            enter(EntryLine.read(line.bytes()), line.number());
        } else if (line.startsWith(RuleSetLine.START)) {
            addRuleSet(RuleSetLine.read(line.bytes()), line.number());
        } else if (line.startsWith(CheckpointLine.START)) {
            checkpoints.take(CheckpointLine.read(line.bytes()), line.number());
        } else if (line.startsWith(KeyLine.START)) {
            if (!checks.isNew(keys.show(KeyLine.read(line.bytes())))) {
                problems.add(line.number(), 0, 0, "The key stands here a second time.");
            }
        } else {
            throw new InvalidLineException("is neither an entry nor a rule set, a checkpoint or a key.");
        }
    }

    private void enter(EntryLine entry, long line) {
        chain.enter(entry, line);
        entry.body().decision().ifPresent(decision -> {
            if (checks.hasRuleSet(decision, ruleSets)) {
                if (request.replay()) {
                    replay.add(line, entry.sequence(), decision);
                }
            } else if (missing.add(decision.ruleSet())) {
                problems.add(
                        line,
                        entry.sequence(),
                        entry.sequence(),
                        "Entry %d was decided by the rule set %s, whose files don't stand before it: they were taken out or changed."
                                .formatted(entry.sequence(), decision.ruleSet()));
            }
        });
    }

    private void addRuleSet(RuleSetSource source, long line) {
        if (!checks.isNew(ruleSets.add(source.digest()))) {
            problems.add(line, 0, 0, "The rule set %s stands here a second time.".formatted(source.digest()));
            return;
        }
        tally.ruleSet();
        if (request.replay()) {
            replay.add(source);
        }
    }

    private long end(long line) {
        long head = chain.head();
        if (head == 0) {
            problems.add(line, 0, 0, "The export holds no entry, so it proves nothing.");
        }
        if (request.to() > 0 && head != request.to()) {
            problems.add(
                    line,
                    Math.min(head, request.to()),
                    Math.max(head, request.to()),
                    "The export ends at entry %d and must end at %d: entries were cut off or put in."
                            .formatted(head, request.to()));
        }
        return checkpoints.end(tally.from(), request.to(), line);
    }

    private List<String> notes(long uncovered) {
        List<String> notes = new ArrayList<>();
        long from = tally.from();
        if (from > 1) {
            notes.add("The export begins at entry %d: nothing is proven about entries 1 to %d."
                    .formatted(from, from - 1));
        }
        if (uncovered > 0) {
            notes.add("%d checkpoints are of entries before the export, and were not compared.".formatted(uncovered));
        }
        notes.addAll(outside.torn());
        if (checkpoints.confirmed() == 0) {
            notes.add("No checkpoint confirms the chain: whoever could write it could have written all of it anew.");
        } else if (checkpoints.confirmed() < chain.head()) {
            notes.add("Entries %d to %d come after the last checkpoint: they could have been replaced together."
                    .formatted(checkpoints.confirmed() + 1, chain.head()));
        }
        if (keys.areOfExport() && tally.checkpoints() > 0) {
            notes.add(
                    "No key was given, so the export's own was trusted: whoever changed it could have put in another. "
                            + "Give the key by --key.");
        }
        return List.copyOf(notes);
    }
}
