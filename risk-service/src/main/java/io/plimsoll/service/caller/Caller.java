package io.plimsoll.service.caller;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Who sent the request that is being answered.
public interface Caller {

    /// Stands for everybody, where callers are believed and one did not say who they are.
    String ANYBODY = "anonymous";

    /// The person, by an identifier that stays the same whatever account, key or name they use.
    ///
    /// @return empty if the request does not say, which it need not where callers are believed
    /// @throws ProblemException if the request says it in no form that a person has
    Optional<String> person();

    /// What the person may do.
    Set<Role> roles();

    /// The network address that the request came from.
    String from();

    /// The person, or [#ANYBODY].
    default String name() {
        return person().orElse(ANYBODY);
    }

    /// Whether the caller has at least one of some roles.
    default boolean mayAny(Set<Role> some) {
        return !Collections.disjoint(roles(), some);
    }

    /// Refuses who has not a role, where the operation is open to others as well.
    ///
    /// @param why what takes the role, as the beginning of a sentence
    /// @throws ProblemException if the caller has not
    default void require(Role role, String why) {
        if (!roles().contains(role)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "%s takes the role %s, which %s has not. Maybe ask somebody who has."
                            .formatted(why, role.id(), name()));
        }
    }
}
