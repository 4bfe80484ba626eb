package io.plimsoll.model.requirement;

import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// Maintenance margin of a position with working orders: of both sides, the one that needs more.
///
/// Source: Vega protocol, `0019-MCAL` margin calculator.
///
/// @param mark price per unit
/// @param riskLong risk factor of longs, as a share of the notional
/// @param riskShort risk factor of shorts; may exceed 1
/// @param slippage what leaving the position costs, as a share of its notional
public record OrderBookMargin(BigDecimal mark, BigDecimal riskLong, BigDecimal riskShort, BigDecimal slippage) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a figure is negative
    public OrderBookMargin {
        mark = Amounts.notNegative("mark", mark);
        riskLong = Amounts.notNegative("riskLong", riskLong);
        riskShort = Amounts.notNegative("riskShort", riskShort);
        slippage = Amounts.notNegative("slippage", slippage);
    }

    /// `max(long side, short side)`, each `mark·(|q|·(slippage + risk) + orders·risk)` where the side could
    /// be held at all once its orders filled.
    ///
    /// @param quantity positive for long, negative for short
    /// @param buys size of the open buy orders, unsigned
    /// @param sells size of the open sell orders, unsigned
    public BigDecimal maintenance(BigDecimal quantity, BigDecimal buys, BigDecimal sells) {
        Amounts.notNegative("buys", buys);
        Amounts.notNegative("sells", sells);
        BigDecimal longSide =
                quantity.add(buys).signum() > 0 ? side(quantity.max(BigDecimal.ZERO), buys, riskLong) : BigDecimal.ZERO;
        BigDecimal shortSide = quantity.subtract(sells).signum() < 0
                ? side(quantity.negate().max(BigDecimal.ZERO), sells, riskShort)
                : BigDecimal.ZERO;
        return longSide.max(shortSide);
    }

    /// What a funding payment that falls due adds: `factor·max(0, payment·quantity)`.
    ///
    /// @param payment per unit; positive is paid by longs
    public static BigDecimal funding(BigDecimal factor, BigDecimal payment, BigDecimal quantity) {
        return payment.multiply(quantity).max(BigDecimal.ZERO).multiply(factor);
    }

    private BigDecimal side(BigDecimal held, BigDecimal orders, BigDecimal risk) {
        return held.multiply(slippage.add(risk)).add(orders.multiply(risk)).multiply(mark);
    }
}
