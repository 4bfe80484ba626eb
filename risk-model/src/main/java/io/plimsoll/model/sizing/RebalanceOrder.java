package io.plimsoll.model.sizing;

/// What pays for a rebalance, and what it pays for first.
public enum RebalanceOrder {
    /// Cash first. Only what is outside its band is traded, and beyond that as little as brings the account's
    /// currency inside its own: what there is too much of it buys the most underweight assets, and what is
    /// missing comes from the most overweight, levelling the largest distances first (water-filling). Nothing
    /// inside its band is sold while the currency suffices.
    CASH_FIRST,
    /// Together. To the target every holding is traded; to the edge, what the account's currency lacks or has
    /// too much of moves all assets the same share of the way to their targets.
    IN_PROPORTION
}
