package io.plimsoll.model.action;

import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.threshold.Breach;
import java.util.List;

/// An action with its reasons: the breaches that it answers, each with the rule that set the threshold, and the rules
/// that chose the action.
///
/// @param action what is to be done
/// @param breaches at least one
/// @param chosenBy the action rules that asked for it, at least one
public record TriggeredAction(Action action, List<Breach> breaches, List<Provenance> chosenBy) {

    /// @throws IllegalArgumentException if there is no breach or no rule: nothing is done without a reason
    public TriggeredAction {
        breaches = List.copyOf(breaches);
        chosenBy = List.copyOf(chosenBy);
        if (breaches.isEmpty() || chosenBy.isEmpty()) {
            throw new IllegalArgumentException("An action needs a breach and a rule that chose it.");
        }
    }
}
