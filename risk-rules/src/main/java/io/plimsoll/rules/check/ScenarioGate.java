package io.plimsoll.rules.check;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioRunner;
import java.time.Duration;
import java.util.List;

/// Lets a version pass only if it does what every scenario expects.
final class ScenarioGate {

    private ScenarioGate() {}

    /// Runs the scenarios; each that fails is an error at the line where it stands.
    ///
    /// @param atMost how long all of them may take; then the rest is left out, which is an error too
    static void run(RuleSetVersion version, List<Scenario> scenarios, Duration atMost, Diagnostics diagnostics) {
        long start = System.nanoTime();
        for (Scenario scenario : scenarios) {
            if (System.nanoTime() - start > atMost.toNanos()) {
                diagnostics.error(
                        "scenario.deadline",
                        scenario.file(),
                        scenario.line(),
                        0,
                        "The scenarios took longer than %,d ms; \"%s\" and those after it did not run."
                                .formatted(atMost.toMillis(), scenario.name()),
                        "Maybe use fewer or smaller ones, or join patterns with ==.");
                return;
            }
            List<String> differences = ScenarioRunner.differences(scenario, version::evaluate);
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
    }
}
