package io.plimsoll.service.record.chain;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as the record writes them, in one form only: `2026-11-23T08:00:00.123456Z`.
public final class Moments {

    /// The number of characters of a time.
    public static final int LENGTH = 27;

    private static final Pattern FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\\.[0-9]{6}Z");

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(UTC);

    private static final int DATE = 10;

    private Moments() {}

    /// A time as written; what is finer than a microsecond is cut off.
    ///
    /// @throws IllegalArgumentException if its year has not four digits
    public static String write(Instant at) {
        int year = at.atZone(UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "The time (%s) must be in a year from 1 to 9999. Maybe the clock is wrong.".formatted(at));
        }
        return WRITTEN.format(at);
    }

    /// The time that a text stands for; empty if it has not exactly the form that [#write] gives.
    public static Optional<Instant> read(String text) {
        if (text.length() != LENGTH || !FORM.matcher(text).matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text.substring(0, DATE));
            LocalTime time = LocalTime.parse(text.substring(DATE + 1, LENGTH - 1));
            return Optional.of(date.atTime(time).toInstant(UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
