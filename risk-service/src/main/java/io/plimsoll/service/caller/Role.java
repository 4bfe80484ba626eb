package io.plimsoll.service.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody may do. Which operation takes which role stands in `docs/reference/access.md`.
public enum Role {
    /// May look at rule sets and at the book.
    VIEWER,
    /// An order-management system: asks, keeps the book, and takes actions.
    OMS,
    /// Writes rules.
    OFFICER,
    /// Approves what others wrote.
    APPROVER,
    /// Runs the service.
    OPERATOR,
    /// Reads everything.
    AUDITOR;

    /// The name in annotations, credentials and tokens.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of a name.
    ///
    /// @return empty if there is none
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /// The names of all.
    public static Set<String> ids() {
        return Arrays.stream(values()).map(Role::id).collect(Collectors.toUnmodifiableSet());
    }
}
