package io.plimsoll.service.caller.identification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.caller.SecuritySettings;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shows who sends a request that does not come by way of the framework, asking nobody outside of this process.
@Singleton
public final class DirectIdentification {

    private static final String BEARER = "Bearer ";

    private final SecuritySettings settings;
    private final Credentials credentials;

    DirectIdentification(SecuritySettings settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    /// Whether anybody can be known in this way.
    ///
    /// @param token as of [#of]
    public boolean isPossible(Optional<String> token) {
        return settings.mode() != SecuritySettings.Mode.OIDC || token.isPresent();
    }

    /// Who sends a request.
    ///
    /// @param authorization the headers of that name
    /// @param person the headers `Plimsoll-Person`, which count where callers are believed, and beside the
    ///     token
    /// @param token what stands for the role operator where an OpenID Connect provider knows callers otherwise
    /// @param from the network address
    /// @throws ProblemException if they are not known
    public Caller of(List<String> authorization, List<String> person, Optional<String> token, String from) {
        return switch (settings.mode()) {
            case NONE -> new Known(Callers.believed(person), EnumSet.allOf(Role.class), from);
            case EMBEDDED ->
                Presented.read(authorization)
                        .flatMap(credentials::find)
                        .map(found -> new Known(Optional.of(found.person()), found.roles(), from))
                        .orElseThrow(DirectIdentification::unknown);
            case OIDC -> {
                if (authorization.size() != 1
                        || !token.map(expected -> isSame(authorization.getFirst(), BEARER + expected))
                                .orElse(false)) {
                    throw unknown();
                }
                yield new Known(Callers.believed(person), Set.of(Role.OPERATOR), from);
            }
        };
    }

    private static boolean isSame(String shown, String expected) {
        return MessageDigest.isEqual(shown.getBytes(UTF_8), expected.getBytes(UTF_8));
    }

    private static ProblemException unknown() {
        return Problems.ofStatus(ProblemType.UNAUTHENTICATED.status());
    }

    private record Known(Optional<String> person, Set<Role> roles, String from) implements Caller {}
}
