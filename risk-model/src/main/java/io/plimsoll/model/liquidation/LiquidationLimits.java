package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// How much of a position may be liquidated at once.
///
/// Source: dYdX v4-chain, `GetLiquidatablePositionSizeDelta` in `protocol/x/clob/keeper/liquidations.go`.
///
/// @param minNotional at least this much, if there is so much
/// @param portion at most this share of the position, 0 to 1
/// @param money the grid of notionals
public record LiquidationLimits(BigDecimal minNotional, BigDecimal portion, Rounding money) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its range
    public LiquidationLimits {
        minNotional = Amounts.notNegative("minNotional", minNotional);
        portion = Amounts.share("portion", portion);
    }

    /// The least notional to liquidate of a position of this notional.
    public BigDecimal least(BigDecimal notional) {
        return minNotional.min(notional);
    }

    /// The most notional to liquidate of a position of this notional.
    public BigDecimal most(BigDecimal notional) {
        return least(notional).max(money.decimal(notional.multiply(portion)));
    }

    /// The change of the position, of the other sign than its quantity: all of it if that fits the limits or
    /// is at most one lot, otherwise the most that fits in whole lots, and at least one lot.
    ///
    /// @param quantity positive for long, negative for short
    /// @param price per unit, in the unit of the notional
    /// @param notional the position's, as the venue rounds it
    /// @param accountLimit what the account may still lose in this block, as notional
    /// @param lot the smallest size traded
    public BigDecimal change(
            BigDecimal quantity, BigDecimal price, BigDecimal notional, BigDecimal accountLimit, BigDecimal lot) {
        BigDecimal limit = most(notional).min(Amounts.notNegative("accountLimit", accountLimit));
        Amounts.positive("lot", lot);
        BigDecimal held = quantity.abs();
        if (notional.compareTo(limit) <= 0 || held.compareTo(lot) <= 0) {
            return quantity.negate();
        }
        BigDecimal lots = Rounding.down(lot).decimal(Ratio.of(limit, Amounts.positive("price", price)));
        BigDecimal size = lots.max(lot).min(held);
        return quantity.signum() > 0 ? size.negate() : size;
    }
}
