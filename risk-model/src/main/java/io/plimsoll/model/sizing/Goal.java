package io.plimsoll.model.sizing;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// What closing positions has to reach: `requirement + weight × cost ≤ allowed`.
///
/// A ratio of a requirement to equity is at its clear level when `requirement ≤ clear × (equity − cost)`, so
/// cost weighs as much as the clear level. Where equity plays no part, cost weighs nothing.
///
/// @param requirement what falls as positions are closed
/// @param costWeight what a unit of cost counts, 0 or above
/// @param allowed the most that may be left, in the account's currency
record Goal(ReducibleRequirement requirement, BigDecimal costWeight, Ratio allowed) {

    /// At most `clear × equity`.
    static Goal perEquity(ReducibleRequirement requirement, BigDecimal clear, Ratio equity) {
        return new Goal(requirement, clear, equity.times(clear));
    }

    /// At most an amount.
    static Goal atMost(ReducibleRequirement requirement, BigDecimal amount) {
        return new Goal(requirement, BigDecimal.ZERO, Ratio.of(amount));
    }
}
