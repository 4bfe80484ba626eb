package io.plimsoll.model.lending;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;

/// A bound on what all accounts together may borrow: against an isolated asset, of an asset, or in a
/// liquidation round.
///
/// Source: Aave v3, isolation mode and borrow caps (`generate-raw-user-summary.ts`).
///
/// @param ceiling the most that may be owed, zero or more
/// @param used what is owed already, zero or more; it may be above, where interest has grown or a ceiling was
///     lowered
public record BorrowCeiling(Ratio ceiling, Ratio used) {

    /// @throws InvalidFactException if a number is negative or unbounded
    public BorrowCeiling {
        ceiling = Values.notNegative("ceiling", ceiling);
        used = Values.notNegative("used", used);
    }

    /// What is left under it, never negative: `max(0, ceiling − used)`.
    public Ratio room() {
        return ceiling.minus(used).max(Ratio.ZERO);
    }

    /// `min(available, room)`.
    public Ratio limit(Ratio available) {
        return available.min(room());
    }
}
