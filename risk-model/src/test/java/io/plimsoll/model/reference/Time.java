package io.plimsoll.model.reference;

import java.math.BigDecimal;
import java.time.Instant;

/// How long something has accrued.
final class Time {

    private Time() {}

    /// Seconds from a moment to now, exact; 0 if it is still to come.
    static Fraction seconds(Instant since, Instant now) {
        if (since.compareTo(now) >= 0) {
            return Fraction.ZERO;
        }
        return clock(now).minus(clock(since));
    }

    private static Fraction clock(Instant moment) {
        return Fraction.of(BigDecimal.valueOf(moment.getNano(), 9)).plus(Fraction.of(moment.getEpochSecond()));
    }
}
