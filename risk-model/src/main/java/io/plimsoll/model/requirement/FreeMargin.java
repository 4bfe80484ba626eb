package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;
import java.util.List;

/// What is left to trade with.
public final class FreeMargin {

    private FreeMargin() {}

    /// The margin that an order against a position can use: closing it frees its margin, and the same again
    /// is needed only on the other side, so `free + 2·margin`.
    ///
    /// Source: QuantConnect LEAN, `SecurityMarginModel.GetMarginRemaining`.
    ///
    /// @param free equity less what positions use
    /// @param margin that the position uses
    public static Ratio forTurning(Ratio free, Ratio margin) {
        return free.plus(margin).plus(margin);
    }

    /// The part of a balance that is locked: the sum of requirements, initial and maintenance, and never more
    /// than there is.
    ///
    /// Source: NautilusTrader, `MarginAccount` balance recalculation.
    public static BigDecimal locked(BigDecimal balance, List<BigDecimal> requirements) {
        BigDecimal sum = requirements.stream()
                .map(requirement -> Amounts.notNegative("requirements", requirement))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.min(balance);
    }

    /// The largest exposure that equity carries: `equity / rate`. Nothing without equity.
    ///
    /// @param rate margin per unit of exposure
    public static Ratio largestExposure(BigDecimal equity, BigDecimal rate) {
        return equity.signum() <= 0 ? Ratio.ZERO : Ratio.of(equity, Amounts.positive("rate", rate));
    }
}
