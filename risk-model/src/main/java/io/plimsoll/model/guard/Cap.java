package io.plimsoll.model.guard;

import java.math.BigDecimal;

/// The most that may be done in a window.
///
/// @param count of actions; 1 to 1,000,000
/// @param notional of what they trade, in the unit of [ThrottleLimits#rates]; above 0, at most 10^15
public record Cap(int count, BigDecimal notional) {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds
    public Cap {
        count = Checks.count("count", count, 1, 1_000_000);
        notional = Checks.positive("notional", notional, MOST);
    }

    boolean isWithin(Cap other) {
        return count <= other.count && notional.compareTo(other.notional) <= 0;
    }
}
