package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.diff.Change;
import io.plimsoll.rules.diff.RuleSetDiff;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.store.Activation;
import io.plimsoll.service.ruledesk.store.Activations;
import io.plimsoll.service.ruledesk.store.Changes;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.store.StoredRevision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What can be looked at: rule sets, what was live, versions and changes.
@Singleton
public final class DeskReads {

    /// Stands for the version that is live.
    public static final String LIVE = "live";

    private final DeskSteps steps;

    DeskReads(DeskSteps steps) {
        this.steps = steps;
    }

    /// What is live of each rule set, by name.
    public List<Activation> ruleSets() {
        return steps.look(Activations::ofEach);
    }

    /// What was live, newest first.
    ///
    /// @param before only what has a smaller sequence
    /// @param limit the most
    /// @throws ProblemException if there is no such rule set
    public List<Activation> history(String ruleSet, long before, int limit) {
        return steps.look(sql -> {
            DeskTransaction.live(sql, ruleSet);
            return Activations.history(sql, ruleSet, before, limit);
        });
    }

    /// The files of a version, or of a revision of a change.
    ///
    /// @param version digest, or `live`
    /// @throws ProblemException if the rule set has none of that digest
    public RuleSetSource version(String ruleSet, String version) {
        return steps.look(sql -> {
            String digest =
                    version.equals(LIVE) ? DeskTransaction.live(sql, ruleSet).digest() : version;
            if (!Changes.isKnown(sql, ruleSet, digest)) {
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no version (%s) of %s. Maybe look at GET /v1/rulesets/%s/history."
                                .formatted(version, ruleSet, ruleSet));
            }
            return DeskTransaction.files(sql, digest);
        });
    }

    /// The changes of a rule set, newest first.
    ///
    /// @param before only what was begun earlier
    /// @param limit the most
    /// @throws ProblemException if there is no such rule set
    public List<StoredChange> changes(String ruleSet, Instant before, int limit) {
        return steps.look(sql -> {
            DeskTransaction.live(sql, ruleSet);
            return Changes.list(sql, ruleSet, before, limit);
        });
    }

    /// A change.
    ///
    /// @throws ProblemException if there is none
    public StoredChange change(String ruleSet, String id) {
        return steps.look(sql -> DeskTransaction.find(sql, ruleSet, id));
    }

    /// The revisions of a change, from the first.
    ///
    /// @throws ProblemException if there is no such change
    public List<StoredRevision> revisions(String ruleSet, String id) {
        return steps.look(sql -> {
            DeskTransaction.find(sql, ruleSet, id);
            return Changes.revisions(sql, id);
        });
    }

    /// A change with its files.
    public record Files(StoredChange change, RuleSetSource files) {}

    /// A change with its files.
    ///
    /// @throws ProblemException if there is no such change
    public Files files(String ruleSet, String id) {
        return steps.look(sql -> files(sql, ruleSet, id));
    }

    private static Files files(Handle sql, String ruleSet, String id) {
        StoredChange change = DeskTransaction.find(sql, ruleSet, id);
        return new Files(
                change, DeskTransaction.files(sql, change.state().proposal().content()));
    }

    /// The two sides of a change.
    ///
    /// @param base files of the version that it would replace
    /// @param content its own files
    public record Sides(RuleSetSource base, RuleSetSource content) {}

    /// The files of a change and those that they would replace.
    ///
    /// @throws ProblemException if there is no such change
    public Sides sides(String ruleSet, String id) {
        return steps.look(sql -> {
            Files after = files(sql, ruleSet, id);
            String base = after.change().state().proposal().base();
            return new Sides(DeskTransaction.files(sql, base), after.files());
        });
    }

    /// What a change would change of its base, by what it means.
    ///
    /// @throws ProblemException if there is no such change, or its files can't be read
    public List<Change> diff(String ruleSet, String id) {
        Sides sides = sides(ruleSet, id);
        return steps.look(_ -> RuleSetDiff.between(sides.base(), sides.content()));
    }
}
