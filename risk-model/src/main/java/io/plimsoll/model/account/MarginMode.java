package io.plimsoll.model.account;

/// Who shares the collateral of an account.
public enum MarginMode {
    /// All positions share the account's balances.
    CROSS,
    /// Each position has margin of its own, and nothing else backs it.
    ISOLATED,
    /// Positions share the account's balances, except those that have margin of their own.
    MIXED
}
