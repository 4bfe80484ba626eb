package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// How much of a shortage may be liquidated by now: an account is not sold off at once.
///
/// Source: Drift protocol-v2, `calculate_max_pct_to_liquidate` in `programs/drift/src/math/liquidation.rs`.
///
/// @param initial share that may be freed at once
/// @param duration after which all of it may be, in the venue's unit of time
/// @param smallShortage below this, all of it may be freed at once
/// @param shares the grid of shares
/// @param money the grid of money
public record FreeableShare(
        BigDecimal initial, long duration, BigDecimal smallShortage, Rounding shares, Rounding money) {

    private static final BigDecimal ALL = BigDecimal.ONE;

    /// @throws io.plimsoll.model.fact.InvalidFactException if the duration is not positive or a figure
    ///     negative
    public FreeableShare {
        initial = Amounts.notNegative("initial", initial);
        smallShortage = Amounts.notNegative("smallShortage", smallShortage);
        Amounts.positive("duration", BigDecimal.valueOf(duration));
    }

    /// The share of the shortage that may be freed now, 0 to 1: `((shortage + freed)·min(1, initial +
    /// elapsed/duration) − freed) / shortage`.
    ///
    /// @param shortage what is lacking now
    /// @param freed what liquidations have freed already
    public BigDecimal of(BigDecimal shortage, BigDecimal freed, long elapsed) {
        if (shortage.compareTo(smallShortage) < 0 || shortage.signum() == 0) {
            return ALL;
        }
        BigDecimal reached = shares.decimal(Ratio.of(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(duration)))
                .add(initial)
                .min(ALL);
        BigDecimal freeable = money.decimal(shortage.add(freed).multiply(reached))
                .subtract(freed)
                .max(BigDecimal.ZERO);
        return shares.decimal(Ratio.of(freeable, Amounts.positive("shortage", shortage)));
    }
}
