package io.plimsoll.service.live;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which actions are asked for; null for any.
///
/// @param account whose
/// @param state what has become of them
/// @param type what is to be done
/// @param after only those that came into their state after this one of all changes
/// @param limit how many at most
record ActionQuery(
        @Nullable String account,
        @Nullable ActionState state,
        @Nullable String type,
        long after,
        int limit) {

    private static final int USUAL = 100;
    private static final Set<String> NAMES = Set.of("account", "state", "type", "after", "limit");
    private static final Set<String> STATES =
            new TreeSet<>(Arrays.stream(ActionState.values()).map(Enum::name).toList());
    private static final Pattern IDENTIFIER = Pattern.compile(Facts.IDENTIFIER_PATTERN);
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}|1000");
    private static final int SHOWN = 64;

    /// The query that parameters stand for.
    ///
    /// @throws ProblemException with everything that is wrong with them
    static ActionQuery of(MultivaluedMap<String, String> given) {
        List<ErrorDocument> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                String remedy = "Maybe one of %s.".formatted(String.join(", ", new TreeSet<>(NAMES)));
                errors.add(error(name, "There is no parameter of this name.", remedy));
            } else if (values.size() > 1) {
                errors.add(error(name, "%s must not be given more than once.".formatted(name), "Maybe ask twice."));
            }
        });
        String account = valid(given, "account", IDENTIFIER.asMatchPredicate(), "an identifier", errors);
        String state = valid(given, "state", STATES::contains, "one of " + String.join(", ", STATES), errors);
        String type = valid(given, "type", IDENTIFIER.asMatchPredicate(), "a type of action", errors);
        String after = valid(given, "after", SEQUENCE.asMatchPredicate(), "a sequence", errors);
        String limit = valid(given, "limit", LIMIT.asMatchPredicate(), "from 1 to 1000", errors);
        if (!errors.isEmpty()) {
            throw ProblemException.inParameters(errors);
        }
        return new ActionQuery(
                account,
                state == null ? null : ActionState.valueOf(state),
                type,
                after == null ? 0 : Long.parseLong(after),
                limit == null ? USUAL : Integer.parseInt(limit));
    }

    private static @Nullable String valid(
            MultivaluedMap<String, String> given,
            String name,
            Predicate<String> isValid,
            String what,
            List<ErrorDocument> errors) {
        String value = given.getFirst(name);
        if (value != null && !isValid.test(value)) {
            errors.add(error(name, "%s must be %s.".formatted(name, what), "Maybe leave it out."));
        }
        return value;
    }

    private static ErrorDocument error(String name, String detail, String remedy) {
        String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        return new ErrorDocument(null, shown, detail, remedy);
    }
}
