package io.plimsoll.model.rounding;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The grid that a venue keeps a figure on, and the way to it. Formulas are exact; where a venue rounds, and
/// when, is a
/// parameter.
///
/// *Against the account* means [#up] for what it must hold, pays or owes, and [#down] for what it has or
/// receives. A
/// venue that rounds otherwise (by truncation, mostly) is followed only to reproduce its figures.
///
/// @param unit the grid, such as 0.01 for cents; zero for no rounding
/// @param mode the way to the grid
public record Rounding(BigDecimal unit, RoundingMode mode) {

    /// No rounding.
    public static final Rounding EXACT = new Rounding(BigDecimal.ZERO, RoundingMode.UNNECESSARY);

    /// @throws io.plimsoll.model.fact.InvalidFactException if the unit is negative
    public Rounding {
        unit = Amounts.notNegative("unit", unit);
    }

    /// To the next multiple that is not less: requirements, fees, debts.
    public static Rounding up(BigDecimal unit) {
        return new Rounding(unit, RoundingMode.CEILING);
    }

    /// To the next multiple that is not more: collateral, proceeds.
    public static Rounding down(BigDecimal unit) {
        return new Rounding(unit, RoundingMode.FLOOR);
    }

    /// To the next multiple towards zero: integer division. In the account's favour where a requirement is cut
    /// off.
    public static Rounding truncated(BigDecimal unit) {
        return new Rounding(unit, RoundingMode.DOWN);
    }

    /// To the nearest multiple, a tie to the even one: amounts of a currency in books.
    public static Rounding nearest(BigDecimal unit) {
        return new Rounding(unit, RoundingMode.HALF_EVEN);
    }

    /// The figure on the grid.
    ///
    /// @throws ArithmeticException if the figure is unbounded
    public Ratio of(Ratio exact) {
        return unit.signum() == 0
                ? exact
                : Ratio.of(exact.wholeUnits(unit, mode).multiply(unit));
    }

    /// The figure on the grid.
    public Ratio of(BigDecimal exact) {
        return of(Ratio.of(exact));
    }

    /// The figure on the grid, as a decimal.
    ///
    /// @throws ArithmeticException if nothing is rounded and the figure is no finite decimal
    public BigDecimal decimal(Ratio exact) {
        Ratio rounded = of(exact);
        return rounded.numerator().divide(rounded.denominator());
    }

    /// The figure on the grid, as a decimal.
    public BigDecimal decimal(BigDecimal exact) {
        return decimal(Ratio.of(exact));
    }
}
