package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.EvaluationException;
import java.util.List;
import java.util.function.Function;

/// Runs scenarios against a version.
public final class ScenarioRunner {

    private ScenarioRunner() {}

    /// How a decision differs from what a scenario expects, in words; empty if it passes.
    ///
    /// @param evaluate the version under test
    public static List<String> differences(Scenario scenario, Function<Snapshot, Decision> evaluate) {
        try {
            Snapshot snapshot = SnapshotReader.read(scenario.given());
            Decision decision = evaluate.apply(snapshot);
            return PartialMatch.differences(scenario.expect(), written(decision));
        } catch (InvalidDocumentException e) {
            return e.problems().stream()
                    .map(problem -> "what is given can't be: " + problem)
                    .toList();
        } catch (EvaluationException e) {
            return List.of("the evaluation failed: " + e.getMessage());
        }
    }

    /// The decision as written, with what is in breach gathered under `breaches`.
    private static ObjectNode written(Decision decision) {
        ObjectNode tree = DecisionWriter.tree(decision, false);
        ArrayNode breaches = tree.putArray("breaches");
        tree.path("thresholds").forEach(threshold -> {
            if (threshold.path("crossed").asBoolean()) {
                breaches.add(threshold);
            }
        });
        return tree;
    }
}
