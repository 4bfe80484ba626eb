package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.EvaluationException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs scenarios against a version.
public final class ScenarioRunner {

    private ScenarioRunner() {}

    /// How a decision differs from what a scenario expects, in words; empty if it passes.
    ///
    /// @param evaluate the version under test
    /// @param decided is told the decision, if there is one
    public static List<String> differences(
            Scenario scenario, Function<Snapshot, Decision> evaluate, Consumer<Decision> decided) {
        try {
            Decision decision = evaluate.apply(snapshot(scenario, evaluate));
            decided.accept(decision);
            return PartialMatch.differences(
                    scenario.expect(), written(decision, scenario.expect().has("nearestThreshold")));
        } catch (InvalidDocumentException e) {
            return e.problems().stream()
                    .map(problem -> "what is given can't be: " + problem)
                    .toList();
        } catch (EvaluationException e) {
            return List.of("the evaluation failed: " + e.getMessage());
        }
    }

    /// What is decided about: what is given, with its account put where the scenario says.
    ///
    /// @throws InvalidDocumentException if what is given is no snapshot
    /// @throws EvaluationException if the rules fail on it, or draw no such line
    public static Snapshot snapshot(Scenario scenario, Function<Snapshot, Decision> evaluate) {
        Snapshot given = SnapshotReader.read(scenario.given());
        Standing at = scenario.at();
        if (at == null) {
            return given;
        }
        try {
            Threshold line = at.in(evaluate.apply(given)).threshold();
            return new LinePlacement(line).place(given, at.side());
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(String.valueOf(e.getMessage()), null, e);
        }
    }

    /// The decision as written, with what is in breach gathered under `breaches`.
    private static ObjectNode written(Decision decision, boolean withNearest) {
        ObjectNode tree =
                withNearest ? DecisionWriter.tree(decision, false) : DecisionWriter.treeWithoutNearest(decision);
        ArrayNode breaches = tree.putArray("breaches");
        tree.path("thresholds").forEach(threshold -> {
            if (threshold.path("crossed").asBoolean()) {
                breaches.add(threshold);
            }
        });
        return tree;
    }
}
