package io.plimsoll.service.caller;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import java.util.Locale;
import java.util.Set;

/// Who sent the request that is being answered.
public interface Caller {

    /// The person, by an identifier that stays the same whatever account, key or name they use.
    ///
    /// @throws ProblemException if the request does not say
    String person();

    /// What the person may do.
    Set<Role> roles();

    /// The network address that the request came from.
    String from();

    /// Refuses who has not a role.
    ///
    /// @throws ProblemException if the caller has not
    default void require(Role role) {
        if (!roles().contains(role)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "%s has not the role (%s) that this takes. Maybe ask somebody who has."
                            .formatted(person(), role.name().toLowerCase(Locale.ROOT)));
        }
    }
}
