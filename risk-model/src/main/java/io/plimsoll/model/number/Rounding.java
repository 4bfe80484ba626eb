package io.plimsoll.model.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How a venue cuts an exact number to the digits that it keeps: part of its formula, and therefore named.
///
/// @param scale the digits after the decimal point that are kept, zero or more
/// @param mode the direction
public record Rounding(int scale, RoundingMode mode) {

    /// @throws IllegalArgumentException if the scale is negative
    public Rounding {
        if (scale < 0) {
            throw new IllegalArgumentException(
                    "The digits to keep (%d) must not be negative. Maybe the sign is wrong.".formatted(scale));
        }
    }

    /// Up, against the account: for what it owes.
    public static Rounding ofDebt(int scale) {
        return new Rounding(scale, RoundingMode.CEILING);
    }

    /// Down, against the account: for what it has.
    public static Rounding ofCollateral(int scale) {
        return new Rounding(scale, RoundingMode.FLOOR);
    }

    /// The number with the digits that are kept.
    ///
    /// @throws ArithmeticException if the ratio is unbounded
    public BigDecimal of(Ratio exact) {
        return exact.rounded(scale, mode);
    }

    /// The number with the digits that are kept.
    public BigDecimal of(BigDecimal exact) {
        return exact.setScale(scale, mode);
    }
}
