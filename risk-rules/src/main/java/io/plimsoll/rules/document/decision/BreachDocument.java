package io.plimsoll.rules.document.decision;

import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;

/// A threshold that is crossed, as the reason of an action.
///
/// @param kind what crossing it means
/// @param scope what is in breach
/// @param metric what was read
/// @param comparison which side is crossed
/// @param limit the line
/// @param clear the level at which the breach is over
/// @param observed the metric
/// @param distance how far past the limit
/// @param clearedBy what would clear it, as a sentence
/// @param setBy the rule that set the threshold
public record BreachDocument(
        ThresholdKind kind,
        ScopeDocument scope,
        Metric metric,
        Comparison comparison,
        BigDecimal limit,
        BigDecimal clear,
        RatioDocument observed,
        RatioDocument distance,
        String clearedBy,
        ProvenanceDocument setBy) {}
