package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.util.Collection;

/// What is live while a step is taken.
///
/// @param digest of the live version
/// @param isProvisional whether one person put it there by breaking the glass, and it is not ratified yet
public record LiveVersion(String digest, boolean isProvisional) {

    /// What is live after another version, or the same one ratified, took the place.
    public static LiveVersion by(ActivationKind kind, String digest) {
        return new LiveVersion(digest, !kind.isReviewed());
    }

    /// Brings back an earlier version. Nobody has to approve that: it was reviewed when it first went live.
    ///
    /// @param target digest of the version
    /// @param pasts how it went live before
    /// @throws RefusedStepException if it is live, or never was, or only ever without a review
    public LiveVersion rollBack(String target, Collection<ActivationKind> pasts) {
        if (target.equals(digest)) {
            throw new RefusedStepException(
                    Reason.STATE, "The version (%s) is live. Maybe choose an earlier one.".formatted(target));
        }
        if (pasts.stream().noneMatch(ActivationKind::isReviewed)) {
            throw new RefusedStepException(
                    Reason.STATE,
                    pasts.isEmpty()
                            ? "The version (%s) was never live. Maybe look at the history.".formatted(target)
                            : "The version (%s) was only live by breaking the glass and never ratified. Maybe submit it for review."
                                    .formatted(target));
        }
        return by(ActivationKind.ROLLBACK, target);
    }

    /// Nothing is put on top of what nobody has reviewed: it would outlive its deadline that way.
    void requireReviewed() {
        if (isProvisional) {
            throw new RefusedStepException(
                    Reason.STATE,
                    "The live version (%s) was published by breaking the glass and waits to be ratified. Maybe ratify it, or roll back, first."
                            .formatted(digest));
        }
    }
}
