package io.plimsoll.rules.document.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as documents give them: `2020-03-12T10:00:00Z`, in UTC and nothing else. No offset, no local time, no leap
/// second, no hour 24: each of these has been read in two ways.
final class Moments {

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");

    private static final int WHOLE_SECONDS = "2020-03-12T10:00:00".length();

    private Moments() {}

    static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime dateTime = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19),
                    nanoseconds(text));
            return Optional.of(dateTime.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int nanoseconds(String text) {
        if (text.length() <= WHOLE_SECONDS + 1) {
            return 0;
        }
        String digits = text.substring(WHOLE_SECONDS + 1, text.length() - 1);
        return Integer.parseInt(digits + "0".repeat(9 - digits.length()));
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
