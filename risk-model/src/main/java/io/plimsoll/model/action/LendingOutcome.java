package io.plimsoll.model.action;

/// What a collateral liquidation comes to.
public enum LendingOutcome {
    /// The metric is at its clear level.
    CURED,
    /// As much as the close factor allows is repaid; the rest may be in another liquidation.
    LIMITED,
    /// All collateral is sold and debt is left: no action of the account's can help.
    BAD_DEBT
}
