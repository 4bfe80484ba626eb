package io.plimsoll.service.ruledesk.workflow;

/// A rule desk that a walk can be tried on.
public interface WalkedDesk {

    /// Whether the step was taken.
    boolean take(Step step);

    /// Name of a change's state; empty if there is no such change.
    String state(int change);

    /// Digest of what is live.
    String live();
}
