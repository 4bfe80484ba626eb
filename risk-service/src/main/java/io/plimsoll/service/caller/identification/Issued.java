package io.plimsoll.service.caller.identification;

import io.plimsoll.service.caller.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A new credential together with its secret, for the one moment in which both are known.
///
/// @param credential as it is kept
/// @param secret for its owner
public record Issued(Credential credential, Secret secret) {

    /// Makes one.
    ///
    /// @throws IllegalArgumentException if the names have not their form, or there is no role
    public static Issued of(String id, String person, Set<Role> roles, Optional<Instant> expires) {
        Secret secret = Secret.generate();
        return new Issued(new Credential(id, person, roles, secret.hash(), expires), secret);
    }

    /// One for each role, which is what a service begins with: nobody has two, so that four eyes need two of
    /// them.
    static List<Issued> first() {
        return Arrays.stream(Role.values())
                .map(role -> of(role.id(), role.id(), Set.of(role), Optional.empty()))
                .toList();
    }
}
