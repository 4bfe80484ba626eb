package io.plimsoll.rules.document.decision;

import java.util.List;

/// What stands behind a decision beyond its reasons.
///
/// @param rules every rule of the version
/// @param nearest thresholds that are not crossed, the nearest first: by what is read now, as a share of the
///     limit
/// @param exposures of every threshold, the smallest shocks to each mark, and to all together, at which it
///     trips; in the order of the thresholds, then of the marks
public record ExplanationDocument(
        List<FiringDocument> rules, List<NearestDocument> nearest, List<ExposureDocument> exposures) {}
