package io.plimsoll.model.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.IntStream;

/// An exact rational number: two integers, and what school teaches about them. Shares no arithmetic with the
/// model.
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    private static final int UNREDUCED_BITS = 512;

    private static final BigInteger[] POWERS_OF_TEN =
            IntStream.range(0, 64).mapToObj(BigInteger.TEN::pow).toArray(BigInteger[]::new);

    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction over zero.");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        // Comparing multiplies across, so that terms need not be lowest; only short.
        if (denominator.bitLength() > UNREDUCED_BITS) {
            BigInteger common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Fraction of(long number) {
        return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /// The number that the digits of a decimal say.
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), powerOfTen(decimal.scale()));
    }

    private static BigInteger powerOfTen(int exponent) {
        return exponent < POWERS_OF_TEN.length ? POWERS_OF_TEN[exponent] : BigInteger.TEN.pow(exponent);
    }

    public Fraction plus(Fraction other) {
        return denominator.equals(other.denominator)
                ? new Fraction(numerator.add(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction abs() {
        return new Fraction(numerator.abs(), denominator);
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return numerator.signum();
    }

    /// The greatest multiple of `10^-digits` that is not above this.
    public BigDecimal floor(int digits) {
        BigInteger[] parts = numerator.multiply(BigInteger.TEN.pow(digits)).divideAndRemainder(denominator);
        return new BigDecimal(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], digits);
    }

    /// The least multiple of `10^-digits` that is not below this.
    public BigDecimal ceiling(int digits) {
        return new Fraction(numerator.negate(), denominator).floor(digits).negate();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
