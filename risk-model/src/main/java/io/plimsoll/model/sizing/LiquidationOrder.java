package io.plimsoll.model.sizing;

/// Which positions are closed first.
///
/// Whatever the order, no more of a position is closed than helps: a part whose margin is less than what its
/// closing costs at the target is left alone, unless everything has to go.
public enum LiquidationOrder {
    /// The parts of positions that release the most margin for what closing them costs; where that is equal, or
    /// nothing costs anything, those that release the most for their notional. Restores the target at the least
    /// cost, to the lot.
    MARGIN_RELEASED_PER_COST,
    /// Positions by unrealised profit and loss, the most negative first. Source: QuantConnect LEAN.
    LOSERS_FIRST,
    /// Positions by notional, the largest first.
    LARGEST_FIRST,
    /// The same share of every position, up to rounding to lots.
    PRO_RATA
}
