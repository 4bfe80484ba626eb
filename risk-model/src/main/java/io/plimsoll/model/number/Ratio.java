package io.plimsoll.model.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact quotient, compared without dividing, so that no rounding ever decides.
///
/// The denominator is never negative. A denominator of zero means *unbounded*: greater than every number (a margin
/// ratio of an account whose equity is gone). Unbounded ratios are all equal to each other.
///
/// Two ratios with the same value but different terms are not `equals`; use [#compareTo(Ratio)].
///
/// @param numerator any number; 1 if unbounded
/// @param denominator zero (unbounded) or positive
public record Ratio(BigDecimal numerator, BigDecimal denominator) implements Comparable<Ratio> {

    /// Zero.
    public static final Ratio ZERO = of(BigDecimal.ZERO);

    /// Greater than every number.
    public static final Ratio UNBOUNDED = new Ratio(BigDecimal.ONE, BigDecimal.ZERO);

    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    public Ratio {
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (denominator.signum() == 0) {
            if (numerator.signum() <= 0) {
                throw new IllegalArgumentException(
                        "A ratio over zero is unbounded only if its numerator (%s) is positive.".formatted(numerator));
            }
            numerator = BigDecimal.ONE;
            denominator = BigDecimal.ZERO;
        }
    }

    /// The number itself, over one.
    public static Ratio of(BigDecimal value) {
        return new Ratio(value, BigDecimal.ONE);
    }

    /// `numerator / denominator`.
    ///
    /// @throws IllegalArgumentException if the denominator is zero and the numerator is not positive
    public static Ratio of(BigDecimal numerator, BigDecimal denominator) {
        return new Ratio(numerator, denominator);
    }

    /// Whether this is greater than every number.
    public boolean isUnbounded() {
        return denominator.signum() == 0;
    }

    /// -1, 0 or 1 as this is negative, zero or positive.
    public int signum() {
        return numerator.signum();
    }

    /// Compares by cross-multiplication: exact, and an unbounded ratio is greater than every number.
    @Override
    public int compareTo(Ratio other) {
        if (isUnbounded() || other.isUnbounded()) {
            return Boolean.compare(isUnbounded(), other.isUnbounded());
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// Compares with a plain number by cross-multiplication.
    public int compareTo(BigDecimal number) {
        return isUnbounded() ? 1 : numerator.compareTo(number.multiply(denominator));
    }

    /// The exact sum.
    ///
    /// @throws ArithmeticException if either is unbounded
    public Ratio plus(Ratio other) {
        requireBounded();
        other.requireBounded();
        if (denominator.compareTo(other.denominator) == 0) {
            return new Ratio(numerator.add(other.numerator), denominator);
        }
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /// The exact sum with a plain number.
    public Ratio plus(BigDecimal number) {
        return plus(of(number));
    }

    /// The exact difference with a plain number.
    public Ratio minus(BigDecimal number) {
        return plus(of(number.negate()));
    }

    /// The exact difference.
    public Ratio minus(Ratio other) {
        return plus(other.negate());
    }

    /// The exact product with a plain number.
    ///
    /// @throws ArithmeticException if this is unbounded
    public Ratio times(BigDecimal factor) {
        requireBounded();
        return new Ratio(numerator.multiply(factor), denominator);
    }

    /// The exact quotient by a plain number.
    ///
    /// @throws ArithmeticException if this is unbounded or the divisor is zero
    public Ratio dividedBy(BigDecimal divisor) {
        requireBounded();
        if (divisor.signum() == 0) {
            throw new ArithmeticException("A ratio can't be divided by zero.");
        }
        return new Ratio(numerator, denominator.multiply(divisor));
    }

    /// The exact quotient of two ratios.
    ///
    /// @throws ArithmeticException if either is unbounded or the divisor is zero
    public Ratio dividedBy(Ratio divisor) {
        requireBounded();
        divisor.requireBounded();
        if (divisor.signum() == 0) {
            throw new ArithmeticException("A ratio can't be divided by zero.");
        }
        if (denominator.compareTo(divisor.denominator) == 0) {
            return new Ratio(numerator, divisor.numerator);
        }
        return new Ratio(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /// The exact product.
    ///
    /// @throws ArithmeticException if either is unbounded
    public Ratio times(Ratio factor) {
        requireBounded();
        factor.requireBounded();
        return new Ratio(numerator.multiply(factor.numerator), denominator.multiply(factor.denominator));
    }

    /// The smaller of the two.
    public Ratio min(Ratio other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// The greater of the two.
    public Ratio max(Ratio other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// This with the other sign.
    public Ratio negate() {
        return times(MINUS_ONE);
    }

    /// The magnitude.
    public Ratio abs() {
        return numerator.signum() < 0 ? negate() : this;
    }

    /// The nearest number with `scale` digits after the decimal point in the given direction.
    ///
    /// @throws ArithmeticException if this is unbounded
    public BigDecimal rounded(int scale, RoundingMode mode) {
        requireBounded();
        return numerator.divide(denominator, scale, mode);
    }

    /// How many whole `unit`s this holds, rounded in the given direction.
    ///
    /// @throws ArithmeticException if this is unbounded or the unit is zero
    public BigDecimal wholeUnits(BigDecimal unit, RoundingMode mode) {
        requireBounded();
        return numerator.divide(denominator.multiply(unit), 0, mode);
    }

    /// The value for showing: 18 decimals, HALF_EVEN, canonical. Never for deciding. Empty if unbounded.
    public Optional<BigDecimal> shown() {
        return isUnbounded()
                ? Optional.empty()
                : Optional.of(Decimals.canonical(rounded(Decimals.SHOWN_SCALE, RoundingMode.HALF_EVEN)));
    }

    /// The value for showing, as text; `unbounded` if it has none.
    public String shownText() {
        return shown().map(BigDecimal::toPlainString).orElse("unbounded");
    }

    /// The value with a few significant digits, as text for sentences that people read.
    public String briefText() {
        return isUnbounded()
                ? "unbounded"
                : Decimals.canonical(numerator.divide(denominator, MathContext.DECIMAL32))
                        .toPlainString();
    }

    private void requireBounded() {
        if (isUnbounded()) {
            throw new ArithmeticException("An unbounded ratio has no value to calculate with.");
        }
    }
}
