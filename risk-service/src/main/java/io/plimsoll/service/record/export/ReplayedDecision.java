package io.plimsoll.service.record.export;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// One decision, to be made again by its version from its snapshot.
final class ReplayedDecision {

    private static final int SHOWN = 30;

    private final Checks checks;
    private final RuleSetVersion version;
    private final RecordedDecision recorded;

    ReplayedDecision(Checks checks, RuleSetVersion version, RecordedDecision recorded) {
        this.checks = checks;
        this.version = version;
        this.recorded = recorded;
    }

    /// What keeps it from being the decision that was recorded, as a clause.
    Optional<String> objection() {
        try {
            Snapshot snapshot = SnapshotReader.read(recorded.snapshot());
            if (!snapshot.account().id().equals(recorded.account())) {
                return Optional.of("the entry names another account than its snapshot.");
            }
            if (!snapshot.asOf().equals(Instant.parse(recorded.time()))) {
                return Optional.of("the entry names another time than its snapshot.");
            }
            byte[] again = DecisionWriter.write(version.evaluate(snapshot), false);
            return checks.isSame(recorded.decision(), again)
                    ? Optional.empty()
                    : Optional.of(difference(recorded.decision(), again));
        } catch (InvalidDocumentException e) {
            return Optional.of("its snapshot can't be read: %s".formatted(e.getMessage()));
        } catch (EvaluationException e) {
            return Optional.of("its snapshot gives no decision: %s".formatted(e.getMessage()));
        } catch (DateTimeException e) {
            return Optional.of("its time is no time in UTC.");
        }
    }

    private static String difference(byte[] recorded, byte[] again) {
        int first = Arrays.mismatch(recorded, again);
        return "made again, it differs from byte %d on: recorded …%s…, now …%s…. The decision, the snapshot or the release is another."
                .formatted(first + 1, around(recorded, first), around(again, first));
    }

    private static String around(byte[] text, int place) {
        int start = Math.max(0, place - SHOWN);
        int end = Math.min(text.length, place + SHOWN);
        return new String(text, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }
}
