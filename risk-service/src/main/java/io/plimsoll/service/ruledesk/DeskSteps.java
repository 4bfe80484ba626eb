package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.workflow.RefusedStepException;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.HandleCallback;

/// Runs steps of the desk, and says why one is refused.
@Singleton
final class DeskSteps {

    private final Store store;
    private final DeskTime time;

    DeskSteps(Store store, DeskTime time) {
        this.store = store;
        this.time = time;
    }

    /// One step, in a transaction.
    ///
    /// @throws ProblemException if it is refused, or the database can't be reached; nothing is done then
    <T> T take(Actor actor, String ruleSet, Function<DeskTransaction, T> step) {
        return explained(() -> store.write(sql -> {
            T result = step.apply(DeskTransaction.begin(sql, ruleSet, actor, time.now()));
            actor.keeper().keep(sql, result);
            return result;
        }));
    }

    /// A look.
    ///
    /// @throws ProblemException if there is no such thing, or the database can't be reached
    <T> T look(HandleCallback<T, RuntimeException> look) {
        return explained(() -> store.read(look));
    }

    private static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedStepException e) {
            throw new ProblemException(type(e), String.valueOf(e.getMessage()));
        } catch (InvalidRuleSetException e) {
            throw ProblemException.inRuleSet(e);
        }
    }

    private static ProblemType type(RefusedStepException refusal) {
        return switch (refusal.reason()) {
            case PERSON -> ProblemType.FORBIDDEN;
            case STATE, CONTENT, BASE, TIME -> ProblemType.CONFLICT;
        };
    }
}
