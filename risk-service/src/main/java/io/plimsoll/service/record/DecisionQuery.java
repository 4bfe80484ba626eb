package io.plimsoll.service.record;

import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which recorded decisions are asked for; null for any.
///
/// @param account whom they are about
/// @param ruleSet content digest of the version that decided
/// @param action a type of action that they triggered
/// @param rule a rule behind an action
/// @param from the earliest time of the snapshot
/// @param to the first time that is too late
/// @param before only those whose entry has a smaller sequence
/// @param limit how many at most
record DecisionQuery(
        @Nullable String account,
        @Nullable String ruleSet,
        @Nullable String action,
        @Nullable String rule,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int limit) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 1_000;

    /// What stands for bytes that are not UTF-8.
    private static final char NO_CHARACTER = '\uFFFD';

    private static final int MAX_LENGTH = 256;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Set<String> NAMES =
            Set.of("account", "ruleSet", "action", "rule", "from", "to", "before", "limit");

    /// The query that parameters stand for.
    ///
    /// @throws ProblemException with everything that is wrong with them
    static DecisionQuery of(MultivaluedMap<String, String> given) {
        List<ErrorDocument> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                errors.add(error(name, "There is no parameter of this name.", "Maybe one of %s.".formatted(names())));
            } else if (values.size() > 1) {
                errors.add(error(name, "%s must not be given more than once.".formatted(name), "Maybe ask twice."));
            }
        });
        Reader reader = new Reader(given, errors);
        Integer limit = reader.read("limit", DecisionQuery::limit, "1 to " + MAX_LIMIT);
        DecisionQuery query = new DecisionQuery(
                reader.text("account"),
                reader.text("ruleSet"),
                reader.text("action"),
                reader.text("rule"),
                reader.read("from", DecisionQuery::time, "2026-03-12T00:00:00Z"),
                reader.read("to", DecisionQuery::time, "2026-03-13T00:00:00Z"),
                reader.read("before", DecisionQuery::sequence, "the number that the answer before gave as next"),
                limit == null ? DEFAULT_LIMIT : limit);
        if (!errors.isEmpty()) {
            throw ProblemException.inParameters(errors);
        }
        return query;
    }

    private static String names() {
        return String.join(", ", NAMES.stream().sorted().toList());
    }

    // The database knows no years beyond, and neither do snapshots.
    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException(text);
        }
        return time;
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new NumberFormatException(text);
        }
        return limit;
    }

    private static long sequence(String text) {
        long sequence = Long.parseLong(text);
        if (sequence < 1) {
            throw new NumberFormatException(text);
        }
        return sequence;
    }

    private static ErrorDocument error(String name, String detail, String remedy) {
        String shown = name.length() <= 64 ? name : name.substring(0, 64) + "…";
        return new ErrorDocument(null, shown, detail, remedy);
    }

    /// Reads parameters, and notes what is wrong with them.
    private record Reader(MultivaluedMap<String, String> given, List<ErrorDocument> errors) {

        @Nullable
        String text(String name) {
            return read(name, Function.identity(), "a shorter text");
        }

        <T> @Nullable T read(String name, Function<String, T> form, String example) {
            String text = given.getFirst(name);
            if (text == null) {
                return null;
            }
            try {
                if (text.length() <= MAX_LENGTH && text.indexOf('\0') < 0 && text.indexOf(NO_CHARACTER) < 0) {
                    return form.apply(text);
                }
            } catch (DateTimeException | NumberFormatException e) {
                // Said below.
            }
            errors.add(
                    error(name, "%s can't be read (%s).".formatted(name, shown(text)), "Maybe %s.".formatted(example)));
            return null;
        }

        private static String shown(String text) {
            return text.length() <= 64 ? text : text.substring(0, 64) + "…";
        }
    }
}
