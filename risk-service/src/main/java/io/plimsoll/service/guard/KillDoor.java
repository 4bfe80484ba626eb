package io.plimsoll.service.guard;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.monitor.guard.Subject;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Callers;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.guard.KillDocuments.KillRequest;
import io.plimsoll.service.guard.KillDocuments.KilledDocument;
import io.plimsoll.service.guard.KillDocuments.KillsDocument;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;

/// What callers may do with the kill switch, whichever port they come by.
@Singleton
final class KillDoor {

    private final KillKeeper keeper;

    KillDoor(KillKeeper keeper) {
        this.keeper = keeper;
    }

    /// What is stopped.
    KillsDocument kills() {
        return KillsDocument.of(keeper.killSwitch().state().kills());
    }

    /// Stops what a body names.
    ///
    /// @throws ProblemException if the caller may not, or the body is no such request
    KilledDocument kill(Caller caller, byte[] body) {
        boolean isQuiet =
                step(caller, body, (scope, by) -> keeper.kill(scope, by.person(), by.reason(), caller.from()));
        return KilledDocument.of(keeper.killSwitch().state().kills(), isQuiet);
    }

    /// Says that the caller wants to go on what a body names.
    ///
    /// @throws ProblemException if the caller may not, the body is no such request, it is not stopped, or the
    ///     caller was the first one to say so
    KillsDocument lift(Caller caller, byte[] body) {
        return step(caller, body, (scope, by) -> {
            keeper.lift(scope, by.person(), by.reason(), caller.from());
            return kills();
        });
    }

    private record By(String person, String reason) {}

    private static <T> T step(Caller caller, byte[] body, BiFunction<Subject, By, T> step) {
        caller.require(Role.OPERATOR, "The kill switch");
        String person = caller.person()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.BAD_REQUEST,
                        "Somebody by name sets or lifts the kill switch. Maybe add the header %s."
                                .formatted(Callers.HEADER)));
        KillRequest request = KillDocuments.read(body);
        try {
            return step.apply(request.scope().subject(), new By(person, request.reason()));
        } catch (InvalidFactException e) {
            throw new ProblemException(ProblemType.CONFLICT, "The " + e.getMessage());
        }
    }
}
