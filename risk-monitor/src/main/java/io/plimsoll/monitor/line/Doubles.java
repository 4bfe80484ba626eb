package io.plimsoll.monitor.line;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// Exact numbers as doubles.
final class Doubles {

    private Doubles() {}

    /// Off by at most three halves of a unit in the last place: two conversions and a division.
    static double near(Ratio exact) {
        double numerator = exact.numerator().doubleValue();
        return exact.denominator().compareTo(BigDecimal.ONE) == 0
                ? numerator
                : numerator / exact.denominator().doubleValue();
    }
}
