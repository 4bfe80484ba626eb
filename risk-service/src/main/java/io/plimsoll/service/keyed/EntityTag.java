package io.plimsoll.service.keyed;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Revisions as entity tags: who changes something names the revision that was read, so that nobody's change
/// is lost.
public final class EntityTag {

    /// The header that names it.
    public static final String IF_MATCH = "If-Match";

    /// The header by which something is only made, and never changed.
    public static final String IF_NONE_MATCH = "If-None-Match";

    private static final Pattern FORM = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private EntityTag() {}

    /// The tag of a revision.
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /// The revision that a request names.
    ///
    /// @param what is changed, with its article, as in "the change"
    /// @throws ProblemException if it names none
    public static long required(HttpHeaders headers, String what) {
        return named(headers, what)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PRECONDITION_REQUIRED,
                        "The header If-Match must name the revision that was read. Maybe send the ETag of %s."
                                .formatted(what)));
    }

    /// The revision that a request names, if it names one.
    ///
    /// @param what is changed, with its article
    /// @throws ProblemException if it names something else
    public static Optional<Long> named(HttpHeaders headers, String what) {
        List<String> given = headers.getRequestHeader(IF_MATCH);
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        Matcher tag = FORM.matcher(given.getFirst());
        if (given.size() != 1 || !tag.matches()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The header If-Match names no revision. Maybe send the ETag of %s as it came, in quotes."
                            .formatted(what));
        }
        return Optional.of(Long.parseLong(tag.group(1)));
    }
}
