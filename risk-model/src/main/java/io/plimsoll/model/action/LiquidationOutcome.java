package io.plimsoll.model.action;

/// What a liquidation comes to, if its orders are filled at the marks.
public enum LiquidationOutcome {
    /// The metric is at its clear level, and positions are left.
    CURED,
    /// Everything is closed, because nothing less cures, and the equity covers it.
    CLOSED_OUT,
    /// Everything is closed and equity is still missing: no action of the account's can help.
    BAD_DEBT
}
