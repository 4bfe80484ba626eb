package io.plimsoll.service.evaluation;

import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The query parameters of an evaluation. What is not here is refused, so that a misspelt name is not passed
/// over.
///
/// @param explain values given; none means false
/// @param record values given; none means true
record EvaluationParameters(
        @Size(max = 1, message = "must not be given more than once")
        List<@Pattern(regexp = "true|false", message = "must be true or false") String> explain,

        @Size(max = 1, message = "must not be given more than once")
        List<@Pattern(regexp = "true|false", message = "must be true or false") String> record) {

    private static final String EXPLAIN = "explain";
    private static final String RECORD = "record";
    private static final int SHOWN = 64;

    /// The parameters of a request.
    ///
    /// @throws ProblemException with everything that is wrong with them
    static EvaluationParameters of(RoutingContext context, Validator validator) {
        MultiMap given = given(context);
        EvaluationParameters parameters = new EvaluationParameters(given.getAll(EXPLAIN), given.getAll(RECORD));
        List<ErrorDocument> errors = new ArrayList<>(unknown(given.names()));
        validator.validate(parameters).forEach(violation -> {
            String name = violation.getPropertyPath().iterator().next().getName();
            errors.add(error(
                    name,
                    "%s %s.".formatted(name, violation.getMessage()),
                    "Maybe ?%s=%s was meant.".formatted(name, name.equals(EXPLAIN))));
        });
        if (!errors.isEmpty()) {
            throw ProblemException.inParameters(errors);
        }
        return parameters;
    }

    /// Whether the decision is to be kept; false for a pure what-if.
    boolean isRecorded() {
        return !record.contains("false");
    }

    boolean isExplained() {
        return explain.contains("true");
    }

    private static MultiMap given(RoutingContext context) {
        try {
            return context.queryParams();
        } catch (HttpException | IllegalArgumentException e) {
            throw ProblemException.inParameters(
                    List.of(error("", "The query string is malformed.", "Maybe a % is not followed by two digits.")));
        }
    }

    private static List<ErrorDocument> unknown(Set<String> names) {
        return new TreeSet<>(names)
                .stream()
                        .filter(name -> !name.equals(EXPLAIN) && !name.equals(RECORD))
                        .map(name -> error(
                                name,
                                "There is no parameter of this name.",
                                "Maybe explain or record was meant; the rest belongs into the body."))
                        .limit(SHOWN)
                        .toList();
    }

    private static ErrorDocument error(String parameter, String detail, String remedy) {
        String shown = parameter.length() <= SHOWN ? parameter : parameter.substring(0, SHOWN) + "…";
        return new ErrorDocument(null, shown, detail, remedy);
    }
}
