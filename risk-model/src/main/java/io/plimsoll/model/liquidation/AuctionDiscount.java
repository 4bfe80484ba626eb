package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// The price of a Dutch auction as a share of the portfolio's value: it falls fast at first, then slowly to
/// nothing.
///
/// Source: Derive v2-core, `src/liquidation/DutchAuction.sol`.
///
/// @param start share of the value at first
/// @param turn share at which it begins to fall slowly
/// @param fast how long it falls from the start to the turn
/// @param slow how long it falls from the turn to zero, in the same unit of time
public record AuctionDiscount(BigDecimal start, BigDecimal turn, BigDecimal fast, BigDecimal slow) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a figure is out of its range
    public AuctionDiscount {
        start = Amounts.share("start", start);
        turn = Amounts.share("turn", turn);
        fast = Amounts.notNegative("fast", fast);
        slow = Amounts.notNegative("slow", slow);
    }

    /// The share of the value that is asked for after this long.
    public Ratio at(BigDecimal elapsed) {
        if (elapsed.compareTo(fast) < 0) {
            return Ratio.of(start.subtract(turn).multiply(elapsed), fast)
                    .negate()
                    .plus(start);
        }
        BigDecimal left = fast.add(slow).subtract(elapsed);
        return left.signum() > 0 ? Ratio.of(turn.multiply(left), slow) : Ratio.ZERO;
    }
}
