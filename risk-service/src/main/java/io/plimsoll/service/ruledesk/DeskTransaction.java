package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.store.Activation;
import io.plimsoll.service.ruledesk.store.Activations;
import io.plimsoll.service.ruledesk.store.Changes;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.workflow.ActivationKind;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import io.plimsoll.service.ruledesk.workflow.LiveVersion;
import io.plimsoll.service.rulesets.StoredRuleSets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One step at the rule desk: it holds the line of its rule set, and all that it does counts together or not
/// at all.
final class DeskTransaction {

    private final Handle sql;
    private final String ruleSet;
    private final Actor actor;
    private final Instant now;
    private Optional<Activation> last;

    private DeskTransaction(Handle sql, String ruleSet, Actor actor, Instant now) {
        this.sql = sql;
        this.ruleSet = ruleSet;
        this.actor = actor;
        this.now = now;
        this.last = Activations.hold(sql, ruleSet);
    }

    static DeskTransaction begin(Handle sql, String ruleSet, Actor actor, Instant now) {
        // As fine as the database keeps it, so that what is read back is equal.
        return new DeskTransaction(sql, ruleSet, actor, now.truncatedTo(ChronoUnit.MICROS));
    }

    Handle sql() {
        return sql;
    }

    Actor actor() {
        return actor;
    }

    Instant now() {
        return now;
    }

    /// What went live last, if anything did.
    Optional<Activation> last() {
        return last;
    }

    /// What is live.
    LiveVersion live() {
        return live(last, ruleSet);
    }

    static LiveVersion live(Handle sql, String ruleSet) {
        return live(Activations.last(sql, ruleSet), ruleSet);
    }

    private static LiveVersion live(Optional<Activation> last, String ruleSet) {
        return last.map(activation -> LiveVersion.by(activation.kind(), activation.digest()))
                .orElseThrow(() -> noRuleSet(ruleSet));
    }

    static ProblemException noRuleSet(String ruleSet) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no rule set (%s). Maybe look at GET /v1/rulesets.".formatted(ruleSet));
    }

    /// A change of this rule set.
    StoredChange change(String id) {
        return find(sql, ruleSet, id);
    }

    /// A change of this rule set that is what somebody has read.
    ///
    /// @param revision the one that was read
    StoredChange change(String id, int revision) {
        StoredChange change = change(id);
        change.requireRevision(revision);
        return change;
    }

    static StoredChange find(Handle sql, String ruleSet, String id) {
        return Changes.find(sql, ruleSet, id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no change (%s) of %s. Maybe look at GET /v1/rulesets/%s/changes."
                                .formatted(id, ruleSet, ruleSet)));
    }

    /// The files of a version or revision.
    RuleSetSource files(String digest) {
        return files(sql, digest);
    }

    static RuleSetSource files(Handle sql, String digest) {
        return StoredRuleSets.find(sql, digest)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "No files are kept for (%s). Maybe look at the history.".formatted(digest)));
    }

    /// Keeps a change that begins.
    StoredChange begin(StoredChange change) {
        Changes.insert(sql, change);
        DeskEntries.append(sql, change, "begin", actor);
        return change;
    }

    /// Keeps a step of a change.
    ///
    /// @param step in a word, for the record
    StoredChange move(StoredChange before, ChangeState next, String step, Optional<String> reason) {
        StoredChange after = before.with(next, reason, now);
        Changes.update(sql, before, after);
        if (after.revision() != before.revision()) {
            Changes.insertRevision(sql, after, actor.person().value());
        }
        DeskEntries.append(sql, after, step, actor);
        return after;
    }

    /// Puts a version in the line, and every change where it stands after that.
    void activate(ActivationKind kind, String digest, Optional<String> change, Optional<String> reason) {
        Activation next = new Activation(
                ruleSet,
                last.map(Activation::sequence).orElse(0L) + 1,
                digest,
                kind,
                change,
                actor.by().map(Object::toString),
                now,
                reason);
        Activations.append(sql, next);
        last = Optional.of(next);
        DeskEntries.append(sql, next, actor);
        for (StoredChange open : Changes.open(sql, ruleSet)) {
            ChangeState after = open.state().after(live());
            if (!after.equals(open.state())) {
                move(open, after, "after activation %d".formatted(next.sequence()), Optional.empty());
            }
        }
    }
}
