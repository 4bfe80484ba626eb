package io.plimsoll.model.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The time from an instant, which is in the period, up to another one, which is not.
///
/// @param from the first instant; null if the period has always been
/// @param until the first instant after the period; null if it has no end
public record Period(@Nullable Instant from, @Nullable Instant until) {

    /// All time.
    public static final Period ALWAYS = new Period(null, null);

    /// Whether an instant is in the period.
    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (until == null || instant.isBefore(until));
    }

    /// `2026-01-01..2026-07-01`; a bound that is not there is blank, and midnight in UTC is its date.
    @Override
    public String toString() {
        return text(from) + ".." + text(until);
    }

    private static String text(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        String text = instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return instant.equals(Instant.parse(text + "T00:00:00Z")) ? text : instant.toString();
    }
}
