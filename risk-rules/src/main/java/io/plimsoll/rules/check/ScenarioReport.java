package io.plimsoll.rules.check;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.rules.coverage.Coverage;
import io.plimsoll.rules.coverage.CoverageCollector;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;

/// What came of running the scenarios of a rule set.
///
/// @param results of each, in the order of the manifest
/// @param coverage what all of them together reach
public record ScenarioReport(List<Result> results, Coverage coverage) {

    /// Keeps the results as they are given.
    public ScenarioReport {
        results = List.copyOf(results);
    }

    /// What came of one scenario.
    ///
    /// @param scenario which
    /// @param differences from what it expects, in words; empty if it passed
    public record Result(Scenario scenario, List<String> differences) {

        /// Whether the decision is as expected.
        public boolean hasPassed() {
            return differences.isEmpty();
        }
    }

    /// Runs them.
    static ScenarioReport of(CheckedRules rules) {
        CoverageCollector reached = new CoverageCollector(rules.outlines(), rules.rows());
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : rules.scenarios()) {
            List<Decision> decided = new ArrayList<>(1);
            List<String> differences = ScenarioRunner.differences(scenario, rules.version()::evaluate, decided::add);
            decided.forEach(decision -> reached.add(scenario.name(), decision));
            results.add(new Result(scenario, differences));
        }
        return new ScenarioReport(results, reached.coverage());
    }

    /// Each scenario that failed is an error at the line where it stands.
    void reportFailures(Diagnostics diagnostics) {
        for (Result result : results) {
            if (!result.hasPassed()) {
                diagnostics.error(
                        "scenario.failed",
                        result.scenario().file(),
                        result.scenario().line(),
                        0,
                        "The scenario \"%s\" fails: %s."
                                .formatted(result.scenario().name(), String.join("; ", result.differences())),
                        "Maybe the rules changed by mistake; if they were meant to, change the scenario with them.");
            }
        }
    }
}
