package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.time.Duration;

/// The year by which rates count: 365 days of 86,400 seconds, leap years too (Aave, Compound, Euler).
final class Year {

    static final BigDecimal SECONDS = BigDecimal.valueOf(31_536_000);

    private Year() {}

    /// The share of a year that has passed, exact to the nanosecond.
    ///
    /// @throws InvalidFactException if the time is negative
    static Ratio share(Duration elapsed) {
        return Ratio.of(seconds(notNegative(elapsed)), SECONDS);
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    }

    static Duration notNegative(Duration elapsed) {
        if (elapsed.isNegative()) {
            throw new InvalidFactException(
                    "elapsed", "must not be negative, but is %s. Maybe the instants are swapped.".formatted(elapsed));
        }
        return elapsed;
    }
}
