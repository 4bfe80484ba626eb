package io.plimsoll.service.caller.identification;

import io.plimsoll.service.caller.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What somebody shows to be known. A person may have several, for their own tools; four eyes are two persons.
///
/// @param id its own name: 1 to 64 small letters, digits and the characters . _ @ : -
/// @param person whose it is, in the same form
/// @param roles what it lets them do, at least one
/// @param secretHash `sha256:…` of the secret, which is kept nowhere
/// @param expires when it ends; never if empty
public record Credential(String id, String person, Set<Role> roles, String secretHash, Optional<Instant> expires) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@:-]{0,63}");
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    /// Refuses what is none.
    ///
    /// @throws IllegalArgumentException naming what is wrong
    public Credential {
        name("id", id);
        name("person", person);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("There is no role. Maybe name one of %s.".formatted(Role.ids()));
        }
        if (!HASH.matcher(secretHash).matches()) {
            throw new IllegalArgumentException(
                    "The secret's hash must be sha256: and 64 small hexadecimal digits. Maybe it was cut; `./plimsoll"
                            + " credentials add` makes a new one.");
        }
        // In the order of the enum, whatever order they came in.
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    private static void name(String what, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 1 to 64 small letters, digits and the characters . _ @ : - Maybe write it in small letters."
                            .formatted(what, text));
        }
    }

    /// Whether its time is not over.
    boolean isValid(Instant now) {
        return expires.map(now::isBefore).orElse(true);
    }
}
