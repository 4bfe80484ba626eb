package io.plimsoll.model.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// The decimals that may enter: bounded before any arithmetic, and kept in one canonical form.
///
/// `BigDecimal` counts trailing zeros in `equals`, and a record compares its components with
/// `equals`; with one canonical form, equal facts are equal records and have equal digests.
public final class Decimals {

    /// The longest text of a number, in characters.
    public static final int MAX_TEXT_LENGTH = 64;

    /// The most significant digits a number may have.
    public static final int MAX_PRECISION = 38;

    /// The most digits after the decimal point.
    public static final int MAX_SCALE = 18;

    /// Every number must be smaller than this in magnitude.
    public static final BigDecimal MAGNITUDE_BOUND = BigDecimal.TEN.pow(20);

    /// The digits after the decimal point of a number that is shown.
    public static final int SHOWN_SCALE = 18;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

    private Decimals() {}

    /// Reads a decimal exactly as written.
    ///
    /// @throws IllegalArgumentException if the text is not a plain decimal number within the bounds; the message is
    ///     a clause that follows the name of the field
    public static BigDecimal parse(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "is %d characters long; a number has at most %d.".formatted(text.length(), MAX_TEXT_LENGTH));
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "is not a decimal number (%s). Write it like 1234.5 or \"1234.5\".".formatted(text));
        }
        return bounded(new BigDecimal(text));
    }

    /// The canonical form of a number that is within the bounds: no trailing zeros, scale at least 0.
    ///
    /// @throws IllegalArgumentException if the number is out of bounds; the message is a clause that follows the
    ///     name of the field
    public static BigDecimal bounded(BigDecimal value) {
        // The adjusted exponent is read before anything is expanded: 1e999999999 is small until it is added to.
        // It is computed in long, because `precision() - scale()` overflows an int for such exponents.
        long integerDigits = (long) value.precision() - value.scale();
        if (value.signum() != 0 && integerDigits > 20) {
            throw new IllegalArgumentException("is too large; its magnitude must stay below 10^20.");
        }
        if (value.signum() != 0 && integerDigits < -MAX_SCALE) {
            throw tooFine();
        }
        BigDecimal canonical = canonical(value);
        if (canonical.scale() > MAX_SCALE) {
            throw tooFine();
        }
        if (canonical.precision() > MAX_PRECISION) {
            throw new IllegalArgumentException("has more than %d significant digits.".formatted(MAX_PRECISION));
        }
        return canonical;
    }

    /// The same number without trailing zeros and with a scale of at least 0. Not bounded: for results of arithmetic.
    public static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static IllegalArgumentException tooFine() {
        return new IllegalArgumentException("has more than %d digits after the decimal point.".formatted(MAX_SCALE));
    }
}
