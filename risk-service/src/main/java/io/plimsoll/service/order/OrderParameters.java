package io.plimsoll.service.order;

import io.plimsoll.service.problem.ProblemDocument.ErrorDocument;
import io.plimsoll.service.problem.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.TreeSet;

/// A check takes no query parameters. What is given is refused, so that nothing is passed over in silence.
final class OrderParameters {

    private static final int SHOWN = 64;

    private OrderParameters() {}

    /// @throws ProblemException if there is any
    static void requireNone(RoutingContext context) {
        List<ErrorDocument> errors = new TreeSet<>(given(context).names())
                .stream()
                        .limit(SHOWN)
                        .map(name -> error(
                                name, "There is no such parameter.", "Maybe leave it out; all belongs into the body."))
                        .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.inParameters(errors);
        }
    }

    private static MultiMap given(RoutingContext context) {
        try {
            return context.queryParams();
        } catch (HttpException | IllegalArgumentException e) {
            throw ProblemException.inParameters(
                    List.of(error("", "The query string is malformed.", "Maybe a % is not followed by two digits.")));
        }
    }

    private static ErrorDocument error(String parameter, String detail, String remedy) {
        String shown = parameter.length() <= SHOWN ? parameter : parameter.substring(0, SHOWN) + "…";
        return new ErrorDocument(null, shown, detail, remedy);
    }
}
