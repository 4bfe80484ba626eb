package io.plimsoll.service.ruledesk.workflow;

/// A rule desk that a walk can be tried on.
public interface WalkedDesk {

    /// The step as it can be tried here: some of what a step says follows from the others where numbers are
    /// real.
    ///
    /// @param asked what an approver of the change would see: content, impact and base
    default Step possible(Step step, String asked) {
        return step;
    }

    /// Whether the step was taken.
    boolean take(Step step);

    /// Name of a change's state; empty if there is no such change.
    String state(int change);

    /// Digest of what is live.
    String live();
}
