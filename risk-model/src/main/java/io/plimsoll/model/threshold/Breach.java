package io.plimsoll.model.threshold;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;

/// A threshold that its metric has crossed. The engine finds breaches; no rule makes them.
///
/// @param threshold what was crossed
/// @param observed the metric's value
/// @param setBy the rule that set the threshold
public record Breach(Threshold threshold, Ratio observed, Provenance setBy) {

    /// What crossing the threshold means.
    public ThresholdKind kind() {
        return threshold.kind();
    }

    /// What is in breach.
    public Scope scope() {
        return threshold.scope();
    }

    /// The kind of what is in breach.
    public ScopeType scopeType() {
        return threshold.scope().type();
    }

    /// The metric that crossed.
    public Metric metric() {
        return threshold.metric();
    }

    /// How far past the limit, in the unit of the metric; zero exactly at an inclusive limit.
    public Ratio distance() {
        return threshold.distancePast(observed);
    }
}
