package io.plimsoll.service.ruledesk;

import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.keyed.Keeper;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.workflow.PersonId;
import java.util.Optional;

/// Who takes a step.
///
/// @param by the person; empty if the service does it by itself
/// @param from network address; empty if the service does it by itself
/// @param keeper of what the step results in
public record Actor(Optional<PersonId> by, Optional<String> from, Keeper keeper) {

    /// The service by itself: the clock, or the folder.
    public static final Actor SERVICE = new Actor(Optional.empty(), Optional.empty());

    /// Somebody whose steps are kept as they are.
    public Actor(Optional<PersonId> by, Optional<String> from) {
        this(by, from, Keeper.NONE);
    }

    /// Whoever sent a request.
    ///
    /// @throws ProblemException if the request does not say who that is
    public static Actor of(Caller caller) {
        String person = caller.person()
                .orElseThrow(
                        () -> new ProblemException(
                                ProblemType.BAD_REQUEST,
                                "A step at the desk is somebody's. Maybe add the header Plimsoll-Person, which names the person."));
        return new Actor(Optional.of(new PersonId(person)), Optional.of(caller.from()));
    }

    /// The same, with a keeper.
    public Actor keeping(Keeper other) {
        return new Actor(by, from, other);
    }

    /// The person.
    ///
    /// @throws IllegalStateException if it is none
    public PersonId person() {
        return by.orElseThrow(() -> new IllegalStateException("The service itself has no say in this."));
    }
}
