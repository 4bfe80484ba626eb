package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.record.RecordTail;
import io.plimsoll.service.ruledesk.store.Activation;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import io.plimsoll.service.ruledesk.workflow.Provisional;
import io.plimsoll.service.ruledesk.workflow.Review;
import io.plimsoll.service.ruledesk.workflow.Scheduled;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the record says of the rule desk: an entry for each step, in the same transaction.
final class DeskEntries {

    private static final String CHANGE = "change";
    private static final String ACTIVATION = "activation";

    /// A step of a change, as written.
    ///
    /// @param ruleSet name of the rule set
    /// @param change its identifier
    /// @param title what it is about
    /// @param step what was done
    /// @param by who did it; left out if the service did
    /// @param from network address
    /// @param reason why, if somebody said so
    /// @param revision counts the edits
    /// @param state where it stands now
    /// @param content digest of the files
    /// @param base digest of the version that they would replace
    /// @param impact digest of what it would do
    /// @param needed approvals
    /// @param due when it goes live, or its time is over
    record ChangeEntry(
            String ruleSet,
            String change,
            String title,
            String step,
            @Nullable String by,
            @Nullable String from,
            @Nullable String reason,
            int revision,
            String state,
            String content,
            String base,
            @Nullable String impact,
            @Nullable Integer needed,
            @Nullable Instant due) {}

    /// A version that went live, as written.
    ///
    /// @param ruleSet name of the rule set
    /// @param sequence its place in the line
    /// @param digest of the version
    /// @param kind how it went live
    /// @param change the change that it came from
    /// @param by who did it; left out if the service did
    /// @param from network address
    /// @param reason why, if somebody said so
    record ActivationEntry(
            String ruleSet,
            long sequence,
            String digest,
            String kind,
            @Nullable String change,
            @Nullable String by,
            @Nullable String from,
            @Nullable String reason) {}

    private DeskEntries() {}

    static void append(Handle transaction, StoredChange change, String step, Actor actor) {
        ChangeState state = change.state();
        Review review = Review.of(state).orElse(null);
        ChangeEntry entry = new ChangeEntry(
                change.ruleSet(),
                change.id(),
                change.title(),
                step,
                actor.by().map(Object::toString).orElse(null),
                actor.from().orElse(null),
                change.reason().orElse(null),
                change.revision(),
                state.name(),
                state.proposal().content(),
                state.proposal().base(),
                review == null ? null : review.impact(),
                review == null ? null : review.needed(),
                due(state));
        RecordTail.append(transaction, CHANGE, change.changedAt(), JsonWriter.write(entry));
    }

    static void append(Handle transaction, Activation activation, Actor actor) {
        ActivationEntry entry = new ActivationEntry(
                activation.ruleSet(),
                activation.sequence(),
                activation.digest(),
                activation.kind().name(),
                activation.change().orElse(null),
                activation.by().orElse(null),
                actor.from().orElse(null),
                activation.reason().orElse(null));
        RecordTail.append(transaction, ACTIVATION, activation.at(), JsonWriter.write(entry));
    }

    private static @Nullable Instant due(ChangeState state) {
        return switch (state) {
            case Scheduled scheduled -> scheduled.due();
            case Provisional provisional -> provisional.until();
            default -> null;
        };
    }
}
