package io.plimsoll.model.exposure;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// Two floating-point numbers that an exact one lies between.
///
/// Every operation rounds outwards: what is exact of exact operands lies in the range of their ranges. The
/// operations of IEEE 754 are off by at most half a unit in the last place, so that the neighbour of a result
/// is on the far side of the exact one. A range therefore proves that a number is above or below another where
/// they don't overlap, and says nothing where they do; bounds that are not numbers never prove anything,
/// because comparisons with them are false. Source: interval arithmetic, IEEE 1788.
///
/// @param low not above the number
/// @param high not below the number
record Range(double low, double high) {

    static final Range ZERO = new Range(0, 0);
    static final Range ONE = new Range(1, 1);

    /// What nothing is known about.
    static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// Greater than every number.
    static final Range UNBOUNDED = new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double MORE_THAN_A_STEP = 1.0000000001e-18;
    private static final double LESS_THAN_A_STEP = 0.9999999999e-18;
    private static final double BELOW_THE_BOUND = Math.nextDown(1e20);

    /// The neighbours of a decimal.
    static Range of(BigDecimal number) {
        return number.signum() == 0 ? ZERO : outwards(number.doubleValue(), number.doubleValue());
    }

    /// The neighbours of a quotient, which is not unbounded.
    static Range of(Ratio ratio) {
        return ratio.denominator().compareTo(BigDecimal.ONE) == 0
                ? of(ratio.numerator())
                : of(ratio.numerator()).dividedBy(of(ratio.denominator()));
    }

    private static Range outwards(double low, double high) {
        return new Range(Math.nextDown(low), Math.nextUp(high));
    }

    Range plus(Range other) {
        if (other.isZero()) {
            return this;
        }
        return isZero() ? other : outwards(low + other.low, high + other.high);
    }

    Range minus(Range other) {
        return plus(other.negate());
    }

    Range negate() {
        return isZero() ? this : new Range(-high, -low);
    }

    Range times(Range other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        return outwards(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    /// The quotient by what is above 0; [#ANY] if that is not proven.
    Range dividedBy(Range divisor) {
        if (!divisor.isAbove(0)) {
            return ANY;
        }
        if (isZero()) {
            return this;
        }
        return outwards(low / (low >= 0 ? divisor.high : divisor.low), high / (high >= 0 ? divisor.low : divisor.high));
    }

    Range abs() {
        return low >= 0 ? this : high <= 0 ? negate() : new Range(0, Math.max(-low, high));
    }

    /// The mark of such a price: rounded down to a step of 10⁻¹⁸, never below one, and below the bound of
    /// numbers.
    Range roundedToMark() {
        double down = Math.nextDown(low - MORE_THAN_A_STEP);
        return new Range(Math.clamp(down, LESS_THAN_A_STEP, BELOW_THE_BOUND), Math.max(high, MORE_THAN_A_STEP));
    }

    Range min(Range other) {
        return new Range(Math.min(low, other.low), Math.min(high, other.high));
    }

    Range max(Range other) {
        return new Range(Math.max(low, other.low), Math.max(high, other.high));
    }

    /// Whether the number is exactly 0.
    boolean isZero() {
        return low == 0 && high == 0;
    }

    /// Whether the number is proven to be above another.
    boolean isAbove(double other) {
        return low > other;
    }

    /// Whether the number is proven to be above another.
    boolean isAbove(Range other) {
        return low > other.high;
    }
}
