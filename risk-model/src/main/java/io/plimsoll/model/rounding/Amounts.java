package io.plimsoll.model.rounding;

import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;

/// The checks that formulas make of their figures. Other than facts ([io.plimsoll.model.fact.Facts]), figures
/// may be
/// computed: they are not bounded, and not brought into canonical form.
///
/// Each returns the value or throws [InvalidFactException], which names the field.
public final class Amounts {

    private Amounts() {}

    /// Zero or above.
    public static BigDecimal notNegative(String field, BigDecimal value) {
        if (value.signum() < 0) {
            throw new InvalidFactException(
                    field, "must not be negative, but is (%s). Maybe the sign is wrong.".formatted(value));
        }
        return value;
    }

    /// Above zero.
    public static BigDecimal positive(String field, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new InvalidFactException(
                    field, "must be greater than 0, but is (%s). Maybe the value was not set.".formatted(value));
        }
        return value;
    }

    /// From 0 to 1, both included.
    public static BigDecimal share(String field, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidFactException(
                    field, "must be from 0 to 1, but is (%s). Maybe it was meant as a percentage.".formatted(value));
        }
        return value;
    }
}
