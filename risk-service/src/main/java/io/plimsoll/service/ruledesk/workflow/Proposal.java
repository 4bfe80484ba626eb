package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a change proposes: to put a content in the place of a base.
///
/// @param revision counts the edits, from 1
/// @param content digest of the files as they would be
/// @param base digest of the live version that the change was begun on, or last rebased on
/// @param contributors whoever began, edited or rebased any revision; none of them may approve any later one
public record Proposal(int revision, String content, String base, SortedSet<PersonId> contributors) {

    /// Copies the contributors.
    ///
    /// @throws IllegalArgumentException if the revision is not positive, or nobody contributed
    public Proposal {
        contributors = Collections.unmodifiableSortedSet(new TreeSet<>(contributors));
        if (revision < 1 || contributors.isEmpty()) {
            throw new IllegalArgumentException(
                    "A proposal has a revision from 1 (%d) and a contributor (%s).".formatted(revision, contributors));
        }
    }

    /// A change that begins.
    public static Draft begin(PersonId by, String content, String base) {
        return new Draft(new Proposal(1, content, base, new TreeSet<>(Set.of(by))));
    }

    Proposal edited(PersonId by, String newContent) {
        return rebased(by, newContent, base);
    }

    Proposal rebased(PersonId by, String newContent, String newBase) {
        SortedSet<PersonId> all = new TreeSet<>(contributors);
        all.add(by);
        return new Proposal(revision + 1, newContent, newBase, all);
    }

    void requireBase(LiveVersion live) {
        if (!live.digest().equals(base)) {
            throw new RefusedStepException(
                    Reason.BASE,
                    "Another version (%s) went live since the change was begun on %s. Maybe rebase it."
                            .formatted(live.digest(), base));
        }
    }

    void requireStranger(PersonId by, String step) {
        if (contributors.contains(by)) {
            throw new RefusedStepException(
                    Reason.PERSON,
                    "%s contributed to this change and can't %s it. Maybe ask somebody who did not."
                            .formatted(by, step));
        }
    }

    void requireContributor(PersonId by, String step, String remedy) {
        if (!contributors.contains(by)) {
            throw new RefusedStepException(
                    Reason.PERSON,
                    "%s did not contribute to this change and can't %s it. %s".formatted(by, step, remedy));
        }
    }
}
