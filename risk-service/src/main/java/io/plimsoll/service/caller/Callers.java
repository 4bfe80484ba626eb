package io.plimsoll.service.caller;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Finds who sent a request, once it is known that they are who they say.
@Singleton
public final class Callers {

    /// Names the person where callers are believed. A browser sends it to no other site unasked, so that a
    /// page can't act in the name of who looks at it.
    public static final String HEADER = "Plimsoll-Person";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@:-]{0,63}");
    private static final String LETTERS = "1 to 64 small letters, digits and the characters . _ @ : -";

    private final SecuritySettings settings;

    Callers(SecuritySettings settings) {
        this.settings = settings;
    }

    /// Who sent a request.
    public Caller of(RoutingContext context) {
        return new Known(settings, context.request(), identity(context));
    }

    private static Optional<SecurityIdentity> identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity()).filter(identity -> !identity.isAnonymous())
                : Optional.empty();
    }

    private record Known(SecuritySettings settings, HttpServerRequest request, Optional<SecurityIdentity> identity)
            implements Caller {

        @Override
        public Optional<String> person() {
            return switch (settings.mode()) {
                case NONE -> believed(request.headers().getAll(HEADER));
                case EMBEDDED -> identity.map(known -> known.getPrincipal().getName());
                case OIDC -> identity.map(known -> claimed(known, settings.personClaim()));
            };
        }

        @Override
        public Set<Role> roles() {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            identity.ifPresent(
                    known -> known.getRoles().forEach(name -> Role.of(name).ifPresent(roles::add)));
            return roles;
        }

        @Override
        public String from() {
            return request.remoteAddress() == null
                    ? ""
                    : request.remoteAddress().hostAddress();
        }
    }

    /// The person whom the headers [#HEADER] name.
    ///
    /// @return empty if there is none
    /// @throws ProblemException if there are several, or it names nobody
    public static Optional<String> believed(List<String> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() != 1 || !FORM.matcher(given.getFirst()).matches()) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    "The header %s must be given once and name a person by %s Maybe write it in small letters."
                            .formatted(HEADER, LETTERS));
        }
        return Optional.of(given.getFirst());
    }

    private static String claimed(SecurityIdentity identity, String claim) {
        Object value = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(claim) : null;
        if (!(value instanceof String person) || !FORM.matcher(person).matches()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    ("The token's claim %s does not name a person by %s Maybe plimsoll.security.person-claim should name"
                                    + " another one.")
                            .formatted(claim, LETTERS));
        }
        return person;
    }
}
