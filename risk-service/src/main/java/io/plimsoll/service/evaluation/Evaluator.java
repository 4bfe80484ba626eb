package io.plimsoll.service.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.record.Appended;
import io.plimsoll.service.record.DecisionEntry;
import io.plimsoll.service.record.IdempotencyClaim;
import io.plimsoll.service.record.Text;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// From the bytes of a snapshot to the bytes of a decision, and the measurement of it.
@Singleton
final class Evaluator {

    private static final Duration[] BUCKETS = {
        Duration.ofNanos(50_000),
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofSeconds(1)
    };

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

    Evaluator(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("plimsoll.evaluations")
                            .description("Snapshots read, evaluated and answered, without waiting and transport")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(BUCKETS)
                            .register(registry));
        }
    }

    /// The decision of a version about a snapshot.
    ///
    /// @throws ProblemException if the document is invalid, or the version can't decide about it
    Answer evaluate(RuleSetVersion version, byte[] snapshot, Inquiry inquiry) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        try {
            Decision decision = version.evaluate(SnapshotReader.read(snapshot));
            Text answer = Text.of(DecisionWriter.write(decision, inquiry.isExplained()));
            Optional<DecisionEntry> entry = inquiry.by()
                    .map(caller -> DecisionEntry.of(
                            version,
                            decision,
                            snapshot,
                            inquiry.isExplained() ? Text.of(DecisionWriter.write(decision, false)) : answer,
                            caller));
            outcome = Outcome.DECIDED;
            return new Answer(answer, entry, inquiry.isExplained());
        } catch (InvalidDocumentException e) {
            outcome = Outcome.INVALID;
            throw ProblemException.inDocument(e.problems(), e);
        } catch (EvaluationException e) {
            outcome = Outcome.UNDECIDABLE;
            throw ProblemException.undecidable(e);
        } finally {
            timer(outcome).record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Timer timer(Outcome outcome) {
        Timer timer = timers.get(outcome);
        if (timer == null) {
            throw new IllegalStateException("Every outcome has a timer.");
        }
        return timer;
    }

    /// A decision as it is answered, and as it is to be recorded.
    ///
    /// @param text the answer
    /// @param entry what is to be recorded; empty for a what-if
    /// @param explained whether the answer says more than what is recorded
    record Answer(Text text, Optional<DecisionEntry> entry, boolean explained) {

        /// What is to be recorded.
        Optional<Appended.Request> request(Optional<IdempotencyClaim> claim) {
            return entry.map(decision ->
                    new Appended.Request(decision, claim, explained ? Optional.of(text) : Optional.empty()));
        }
    }

    /// What became of a snapshot.
    enum Outcome {
        /// There is a decision.
        DECIDED,
        /// The document is no snapshot.
        INVALID,
        /// The rules can't decide about it.
        UNDECIDABLE,
        /// The service has a defect.
        FAILED
    }
}
