package io.plimsoll.service.evaluation;

import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.caller.Role;
import java.util.Optional;

/// How a caller wants snapshots to be answered.
///
/// @param isExplained whether the answer says how it came about
/// @param by in whose name the decision is kept; empty for a what-if
record Inquiry(boolean isExplained, Optional<String> by) {

    /// What a caller asks by these parameters.
    ///
    /// @throws io.plimsoll.service.problem.ProblemException if the caller may not have decisions kept
    static Inquiry of(EvaluationParameters parameters, Caller caller) {
        if (!parameters.isRecorded()) {
            return new Inquiry(parameters.isExplained(), Optional.empty());
        }
        caller.require(Role.OMS, "A decision that is kept (without record=false)");
        return new Inquiry(parameters.isExplained(), Optional.of(caller.name()));
    }

    boolean isRecorded() {
        return by.isPresent();
    }
}
