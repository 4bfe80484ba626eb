package io.plimsoll.service.ruledesk.workflow;

/// How a version went live.
public enum ActivationKind {
    /// The service took it from its folder when the rule desk was used first.
    SEED,
    /// It was saved in the folder that the service followed.
    FOLDER,
    /// Approved, and published by somebody.
    PUBLISH,
    /// Approved, and published by the clock.
    SCHEDULE,
    /// Published by one person, for some time.
    BREAK_GLASS,
    /// Live already, and approved since.
    RATIFY,
    /// The version before took the place of one that was not ratified in time.
    REVERT,
    /// Somebody brought back an earlier one.
    ROLLBACK;

    /// Whether who may answer for it stood behind the version, so that it may come back.
    public boolean isReviewed() {
        return this != BREAK_GLASS;
    }
}
