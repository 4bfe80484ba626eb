package io.plimsoll.rules.check;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lets a version pass only if it does what every scenario expects.
final class ScenarioGate {

    private ScenarioGate() {}

    /// Runs the scenarios; each that fails is an error at the line where it stands.
    ///
    /// @return identifiers of the table rows that their decisions name
    static Set<String> run(RuleSetVersion version, List<Scenario> scenarios, Diagnostics diagnostics) {
        Set<String> hit = new HashSet<>();
        for (Scenario scenario : scenarios) {
            List<String> differences = ScenarioRunner.differences(scenario, snapshot -> {
                Decision decision = version.evaluate(snapshot);
                addRows(decision, hit);
                return decision;
            });
            if (!differences.isEmpty()) {
                diagnostics.error(
                        "scenario.failed",
                        scenario.file(),
                        scenario.line(),
                        0,
                        "The scenario \"%s\" fails: %s.".formatted(scenario.name(), String.join("; ", differences)),
                        "Maybe the rules changed by mistake; if they were meant to, change the scenario with them.");
            }
        }
        return hit;
    }

    private static void addRows(Decision decision, Set<String> hit) {
        for (ThresholdState state : decision.thresholds()) {
            addRows(state.setBy(), hit);
            state.overruled().forEach(overruled -> addRows(overruled.setBy(), hit));
        }
        decision.actions().forEach(action -> action.chosenBy().forEach(rule -> addRows(rule, hit)));
    }

    private static void addRows(Provenance provenance, Set<String> hit) {
        provenance.rows().forEach(row -> hit.add(row.getId()));
    }
}
