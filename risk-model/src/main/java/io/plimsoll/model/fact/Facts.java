package io.plimsoll.model.fact;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/// The checks that every fact makes when it is born, so that nothing malformed exists to be calculated with.
///
/// Each returns the canonical value or throws [InvalidFactException], which names the field.
public final class Facts {

    /// The most characters of an identifier.
    public static final int MAX_IDENTIFIER_LENGTH = 64;

    /// What an identifier looks like, as a regular expression.
    public static final String IDENTIFIER_PATTERN = "[A-Za-z0-9_.:-]{1,64}";

    private static final Pattern IDENTIFIER = Pattern.compile(IDENTIFIER_PATTERN);

    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private Facts() {}

    /// An identifier: 1 to 64 letters, digits and `_ . : -`.
    public static String identifier(String field, String value) {
        if (!IDENTIFIER.matcher(value).matches()) {
            throw new InvalidFactException(field, "must be 1 to 64 letters, digits or the characters _ . : - .");
        }
        return value;
    }

    /// A decimal within the bounds of [Decimals], in canonical form.
    public static BigDecimal decimal(String field, BigDecimal value) {
        try {
            return Decimals.bounded(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidFactException(field, String.valueOf(e.getMessage()), e);
        }
    }

    /// A decimal above zero.
    public static BigDecimal positive(String field, BigDecimal value) {
        BigDecimal decimal = decimal(field, value);
        if (decimal.signum() <= 0) {
            throw new InvalidFactException(
                    field,
                    "must be greater than 0, but is %s. Maybe the sign is wrong, or the value was not set."
                            .formatted(decimal));
        }
        return decimal;
    }

    /// A decimal of zero or above.
    public static BigDecimal notNegative(String field, BigDecimal value) {
        BigDecimal decimal = decimal(field, value);
        if (decimal.signum() < 0) {
            throw new InvalidFactException(
                    field, "must not be negative, but is %s. Maybe the sign is wrong.".formatted(decimal));
        }
        return decimal;
    }

    /// A decimal from 0 to 1, both included: a share or a rate.
    public static BigDecimal share(String field, BigDecimal value) {
        BigDecimal decimal = decimal(field, value);
        if (decimal.signum() < 0 || decimal.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidFactException(
                    field, "must be from 0 to 1, but is %s. Maybe it was meant as a percentage.".formatted(decimal));
        }
        return decimal;
    }

    /// The decimal, which must not be above the bound.
    public static BigDecimal atMost(String field, BigDecimal decimal, BigDecimal bound) {
        if (decimal.compareTo(bound) > 0) {
            throw new InvalidFactException(
                    field,
                    "must be at most %s, but is %s. Maybe it was meant as a percentage."
                            .formatted(bound.toPlainString(), decimal));
        }
        return decimal;
    }

    /// A moment from 1970 up to, not including, 2200.
    public static Instant instant(String field, Instant value) {
        if (value.isBefore(Instant.EPOCH) || !value.isBefore(END_OF_TIME)) {
            throw new InvalidFactException(
                    field, "must lie between 1970 and 2200, but is %s. Maybe the year is wrong.".formatted(value));
        }
        return value;
    }
}
