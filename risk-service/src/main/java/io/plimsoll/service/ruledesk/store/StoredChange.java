package io.plimsoll.service.ruledesk.store;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import java.time.Instant;
import java.util.Optional;

/// A change to a rule set, as it is kept.
///
/// @param id its name
/// @param ruleSet name of the rule set
/// @param title what it is about, in a few words
/// @param state where it stands
/// @param reason why the last step was taken, if somebody said so
/// @param begunBy the person who began it
/// @param begunAt when
/// @param changedAt when the last step was taken
public record StoredChange(
        String id,
        String ruleSet,
        String title,
        ChangeState state,
        Optional<String> reason,
        String begunBy,
        Instant begunAt,
        Instant changedAt) {

    /// The same in another state.
    public StoredChange with(ChangeState next, Optional<String> why, Instant at) {
        return new StoredChange(id, ruleSet, title, next, why, begunBy, begunAt, at);
    }

    /// What an edit has to name.
    public int revision() {
        return state.proposal().revision();
    }

    /// Refuses to go on if the files were edited since.
    ///
    /// @param read the revision that was read
    /// @throws ProblemException if it is not the present one
    public void requireRevision(int read) {
        if (revision() != read) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The change is at revision %d, not %d. Maybe read it again; somebody else has edited it."
                            .formatted(revision(), read));
        }
    }
}
