package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a long list is wanted.
final class Paging {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private Paging() {}

    /// How many at most.
    static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        if (!given.matches("[1-9][0-9]{0,2}") || Integer.parseInt(given) > MOST) {
            throw refused("limit", "must be from 1 to %d".formatted(MOST), "?limit=50");
        }
        return Integer.parseInt(given);
    }

    /// Before which place in the line.
    static long sequence(@Nullable String given) {
        if (given == null) {
            return Long.MAX_VALUE;
        }
        if (!given.matches("[1-9][0-9]{0,17}")) {
            throw refused("before", "must be a sequence", "the last one's sequence");
        }
        return Long.parseLong(given);
    }

    /// Before which time.
    static Instant time(@Nullable String given) {
        if (given == null) {
            // As late as the database knows times.
            return Instant.parse("9999-12-31T00:00:00Z");
        }
        try {
            return Instant.parse(given);
        } catch (DateTimeException e) {
            throw refused("before", "must be a time in UTC", "the last one's begunAt");
        }
    }

    private static ProblemException refused(String parameter, String clause, String example) {
        return ProblemException.inParameters(List.of(new ErrorDocument(
                null, parameter, "%s %s.".formatted(parameter, clause), "Maybe %s was meant.".formatted(example))));
    }
}
