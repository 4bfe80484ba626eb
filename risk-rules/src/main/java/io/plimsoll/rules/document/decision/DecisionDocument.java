package io.plimsoll.rules.document.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision as written: what one version of a rule set says about one snapshot.
///
/// @param ruleSet which version
/// @param asOf the moment decided about
/// @param account who
/// @param metrics what the account has and needs
/// @param thresholds those that apply, in the order of kind, scope and metric
/// @param nearestThreshold of those that are not crossed, the one that the smallest shock to marks trips;
///     left out if no shock trips any
/// @param actions what is to be done; empty if nothing
/// @param explanation what fired and what came near; if it was asked for
public record DecisionDocument(
        RuleSetDocument ruleSet,
        Instant asOf,
        String account,
        MetricsDocument metrics,
        List<ThresholdDocument> thresholds,
        @Nullable ExposureDocument nearestThreshold,
        List<ActionDocument> actions,
        @Nullable ExplanationDocument explanation) {}
