package io.plimsoll.model.liquidation;

import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// A liquidator's fee that grows while nobody takes the liquidation.
///
/// Source: Drift protocol-v2, `get_liquidation_fee` in `programs/drift/src/math/liquidation.rs`.
///
/// @param base share of the notional, at first
/// @param highest share of the notional, at last
/// @param grace how long the base holds, in the venue's unit of time
/// @param step growth per unit of time, counted from the beginning once the grace is over
public record GrowingFee(BigDecimal base, BigDecimal highest, long grace, BigDecimal step) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a fee is negative
    public GrowingFee {
        base = Amounts.notNegative("base", base);
        highest = Amounts.notNegative("highest", highest);
        step = Amounts.notNegative("step", step);
    }

    /// The fee after this long: the base before the end of the grace, then `min(highest, base +
    /// step·elapsed)`.
    public BigDecimal at(long elapsed) {
        return elapsed < grace
                ? base
                : base.add(step.multiply(BigDecimal.valueOf(elapsed))).min(highest);
    }
}
