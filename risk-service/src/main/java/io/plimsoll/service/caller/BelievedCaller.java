package io.plimsoll.service.caller;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The person whom a header names, believed without a proof, with every role. A browser sends the header to no other
/// site unasked, so that a page can't act in the name of who looks at it.
@RequestScoped
class BelievedCaller implements Caller {

    /// The header.
    static final String HEADER = "Plimsoll-Person";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@:-]{0,63}");

    private final SecuritySettings settings;
    private final HttpServerRequest request;

    BelievedCaller(SecuritySettings settings, HttpServerRequest request) {
        this.settings = settings;
        this.request = request;
    }

    @Override
    public String person() {
        return switch (settings.mode()) {
            case NONE -> named();
        };
    }

    private String named() {
        List<String> given = request.headers().getAll(HEADER);
        if (given.size() != 1 || !FORM.matcher(given.getFirst()).matches()) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    ("The header %s must be given once and name a person by 1 to 64 small letters, digits and the"
                                    + " characters . _ @ : - Maybe add it.")
                            .formatted(HEADER));
        }
        return given.getFirst();
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public String from() {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }
}
