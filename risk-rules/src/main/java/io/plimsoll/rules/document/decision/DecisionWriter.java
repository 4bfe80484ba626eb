package io.plimsoll.rules.document.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.rules.document.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// Writes decisions in one canonical form: equal decisions give the same bytes.
public final class DecisionWriter {

    private DecisionWriter() {}

    /// The canonical text.
    ///
    /// @param explain whether to add the rules that fired, the thresholds that came near and the shocks at
    ///     which they trip
    public static byte[] write(Decision decision, boolean explain) {
        return JsonWriter.write(document(decision, explain));
    }

    /// The canonical document as a tree.
    ///
    /// @param explain as above
    public static ObjectNode tree(Decision decision, boolean explain) {
        return JsonWriter.tree(document(decision, explain));
    }

    /// The canonical document.
    ///
    /// @param explain as above
    public static DecisionDocument document(Decision decision, boolean explain) {
        return document(decision, ExposureDocuments.nearest(decision), explain);
    }

    /// The canonical document as a tree, but for the nearest threshold, which costs more than all the rest.
    public static ObjectNode treeWithoutNearest(Decision decision) {
        return JsonWriter.tree(document(decision, null, false));
    }

    private static DecisionDocument document(Decision decision, @Nullable ExposureDocument nearest, boolean explain) {
        ActionDocuments actions = new ActionDocuments(decision);
        return new DecisionDocument(
                new RuleSetDocument(decision.ruleSet(), decision.version()),
                decision.snapshot().asOf(),
                decision.snapshot().account().id(),
                MetricsDocuments.metrics(decision.risk()),
                decision.thresholds().stream()
                        .map(ThresholdDocuments::threshold)
                        .toList(),
                nearest,
                decision.actions().stream().map(actions::action).toList(),
                explain ? Explanations.explanation(decision) : null);
    }
}
