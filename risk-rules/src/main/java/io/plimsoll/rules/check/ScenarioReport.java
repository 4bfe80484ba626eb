package io.plimsoll.rules.check;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.coverage.Coverage;
import io.plimsoll.rules.coverage.CoverageCollector;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came of running the scenarios of a rule set.
///
/// @param results of each that ran, in the order of the manifest
/// @param coverage what all of them together reach
/// @param atMost how long all of them may take
/// @param left the first that did not run, because those before it took so long; null if all ran
public record ScenarioReport(
        List<Result> results,
        Coverage coverage,
        Duration atMost,
        @Nullable Scenario left) {

    /// Keeps the results as they are given.
    public ScenarioReport {
        results = List.copyOf(results);
    }

    /// What came of one scenario.
    ///
    /// @param scenario which
    /// @param differences from what it expects, in words; empty if it passed
    /// @param fired the places of the rules that fired
    public record Result(Scenario scenario, List<String> differences, Set<SourcePlace> fired) {

        /// Whether the decision is as expected.
        public boolean hasPassed() {
            return differences.isEmpty();
        }
    }

    /// Runs them.
    ///
    /// @param atMost how long all of them may take; then the rest is left out
    static ScenarioReport of(CheckedRules rules, Duration atMost) {
        long start = System.nanoTime();
        CoverageCollector reached = new CoverageCollector(rules.outlines(), rules.rows());
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : rules.scenarios()) {
            if (System.nanoTime() - start > atMost.toNanos()) {
                return new ScenarioReport(results, reached.coverage(), atMost, scenario);
            }
            List<Decision> decided = new ArrayList<>(1);
            List<String> differences = ScenarioRunner.differences(scenario, rules.version()::evaluate, decided::add);
            decided.forEach(decision -> reached.add(scenario.name(), decision));
            results.add(new Result(scenario, differences, fired(decided)));
        }
        return new ScenarioReport(results, reached.coverage(), atMost, null);
    }

    private static Set<SourcePlace> fired(List<Decision> decided) {
        return decided.stream()
                .flatMap(decision -> decision.firings().stream())
                .filter(firing -> firing.times() > 0)
                .map(RuleFiring::place)
                .collect(Collectors.toSet());
    }

    /// Each scenario that failed is an error at the line where it stands, and so is the first that did not run.
    void reportFailures(Diagnostics diagnostics) {
        if (left != null) {
            diagnostics.error(
                    "scenario.deadline",
                    left.file(),
                    left.line(),
                    0,
                    "The scenarios took longer than %,d ms; \"%s\" and those after it did not run."
                            .formatted(atMost.toMillis(), left.name()),
                    "Maybe use fewer or smaller ones, or join patterns with ==.");
        }
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
