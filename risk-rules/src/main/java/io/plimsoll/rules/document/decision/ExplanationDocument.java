package io.plimsoll.rules.document.decision;

import java.util.List;

/// What stands behind a decision beyond its reasons.
///
/// @param rules every rule of the version
/// @param nearest thresholds that are not crossed, the nearest first
public record ExplanationDocument(List<FiringDocument> rules, List<NearestDocument> nearest) {}
