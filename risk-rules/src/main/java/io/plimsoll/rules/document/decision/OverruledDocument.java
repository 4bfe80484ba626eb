package io.plimsoll.rules.document.decision;

import io.plimsoll.model.threshold.Comparison;
import java.math.BigDecimal;

/// A threshold that a more conservative one replaced.
///
/// @param comparison which side is crossed
/// @param limit the line
/// @param clear the level at which a breach is over
/// @param setBy the rule that set it
public record OverruledDocument(Comparison comparison, BigDecimal limit, BigDecimal clear, ProvenanceDocument setBy) {}
