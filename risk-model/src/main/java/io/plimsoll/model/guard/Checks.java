package io.plimsoll.model.guard;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The checks of single limits. Each names the field, its value and the bounds; a limit that is missing is
/// refused like one that is out of bounds, as nothing may default to "off".
final class Checks {

    private Checks() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidFactException(field, "is missing. Every limit must be set; none can be switched off.");
        }
        return value;
    }

    static Duration duration(String field, @Nullable Duration value, Duration least, Duration most) {
        Duration given = present(field, value);
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new InvalidFactException(
                    field,
                    "(%s) must be from %s to %s. Maybe the unit is wrong; a limit can't be switched off."
                            .formatted(given, least, most));
        }
        return given;
    }

    static int count(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidFactException(
                    field,
                    "(%d) must be from %d to %d. Maybe it was not set; a limit can't be switched off."
                            .formatted(value, least, most));
        }
        return value;
    }

    /// A decimal above 0 and at most a bound.
    static BigDecimal positive(String field, @Nullable BigDecimal value, BigDecimal most) {
        BigDecimal given = Facts.decimal(field, present(field, value));
        if (given.signum() <= 0 || given.compareTo(most) > 0) {
            throw new InvalidFactException(
                    field,
                    "(%s) must be greater than 0 and at most %s. Maybe it was meant as a percentage, or not set; a limit can't be switched off."
                            .formatted(given.toPlainString(), most.toPlainString()));
        }
        return given;
    }

    /// Refuses limits that contradict each other.
    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
    static void require(boolean holds, String field, String reason, Object... values) {
        if (!holds) {
            throw new InvalidFactException(field, reason.formatted(values));
        }
    }
}
