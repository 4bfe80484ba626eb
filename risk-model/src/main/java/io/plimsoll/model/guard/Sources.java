package io.plimsoll.model.guard;

import java.math.BigDecimal;

/// How many sources a price needs, and how far they may lie apart.
///
/// @param least how many must be fresh; 1 to 50
/// @param disagreement how far the highest may lie above the lowest, relative to the lowest; above 0, at most 0.5
public record Sources(int least, BigDecimal disagreement) {

    private static final BigDecimal MOST = new BigDecimal("0.5");

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds
    public Sources {
        least = Checks.count("least", least, 1, 50);
        disagreement = Checks.positive("disagreement", disagreement, MOST);
    }
}
