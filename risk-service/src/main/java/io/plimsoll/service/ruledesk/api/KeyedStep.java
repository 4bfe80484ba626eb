package io.plimsoll.service.ruledesk.api;

import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.keyed.KeyedRequest;
import io.plimsoll.service.ruledesk.Actor;
import io.plimsoll.service.ruledesk.store.StoredChange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/// A request that takes a step at the desk, which is always somebody's.
@RequestScoped
class KeyedStep {

    private final KeyedRequest request;
    private final Caller caller;

    KeyedStep(KeyedRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    /// Takes a step of a change, which is the answer.
    Response change(byte[] body, Function<Actor, StoredChange> step) {
        return answer(body, StoredChange.class, Revisions::answer, step);
    }

    /// Takes a step, or gives the answer that was given before.
    ///
    /// @param body of the request
    /// @param type of what the step results in
    /// @param form the answer that a result is
    /// @throws io.plimsoll.service.problem.ProblemException if the step is refused, or nobody's
    <T> Response answer(byte[] body, Class<T> type, Function<T, KeptAnswer> form, Function<Actor, T> step) {
        Actor actor = Actor.of(caller);
        return request.answer(actor.person().value(), body, type, form, keeper -> step.apply(actor.keeping(keeper)));
    }
}
