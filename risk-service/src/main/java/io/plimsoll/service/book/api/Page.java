package io.plimsoll.service.book.api;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which part of a list by identifier is wanted.
///
/// @param after only what comes after this identifier; empty for the beginning
/// @param limit how many at most
public record Page(String after, int limit) {

    private static final int MOST = 1_000;
    private static final int USUAL = 100;
    private static final Set<String> NAMES = Set.of("after", "limit");
    private static final Pattern IDENTIFIER = Pattern.compile(Facts.IDENTIFIER_PATTERN);
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int SHOWN = 64;

    /// The page that query parameters stand for.
    ///
    /// @throws ProblemException with everything that is wrong with them
    public static Page of(MultivaluedMap<String, String> given) {
        List<ErrorDocument> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                errors.add(error(name, "There is no parameter of this name.", "Maybe after or limit was meant."));
            } else if (values.size() > 1) {
                errors.add(error(name, "%s must not be given more than once.".formatted(name), "Maybe ask twice."));
            }
        });
        String after = given.getFirst("after");
        if (after != null && !IDENTIFIER.matcher(after).matches()) {
            errors.add(error("after", "after must be an identifier.", "Maybe what the answer before gave as next."));
        }
        String limit = given.getFirst("limit");
        if (limit != null && (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) > MOST)) {
            errors.add(error("limit", "limit must be from 1 to %d.".formatted(MOST), "Maybe ?limit=100 was meant."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.inParameters(errors);
        }
        return new Page(after == null ? "" : after, limit == null ? USUAL : Integer.parseInt(limit));
    }

    /// One more than the limit, by which it is known whether there are more.
    public int andOne() {
        return limit + 1;
    }

    /// As many as the limit says, of a list that may have one more.
    public <E> List<E> cut(List<E> found) {
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    /// What to give as `after` for the next page; null at the end.
    ///
    /// @param ids of a list that may have one more
    public @Nullable String next(List<String> ids) {
        return ids.size() > limit ? ids.get(limit - 1) : null;
    }

    private static ErrorDocument error(String name, String detail, String remedy) {
        String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        return new ErrorDocument(null, shown, detail, remedy);
    }
}
