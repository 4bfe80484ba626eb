package io.plimsoll.service.ruledesk.impact;

/// What a version does to an account, from the mildest to the hardest.
public enum Standing {
    /// Neither called nor liquidated.
    UNTOUCHED,
    /// Called for margin.
    CALLED,
    /// Positions or collateral are sold.
    LIQUIDATED,
    /// The rules can't decide about it.
    UNDECIDED
}
