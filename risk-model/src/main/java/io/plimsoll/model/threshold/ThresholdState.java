package io.plimsoll.model.threshold;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A threshold that applies to an account, where it comes from, and how near it is.
///
/// @param threshold the line
/// @param setBy the rule, and the table rows that it joined
/// @param overruled what other rules set for the same thing, less conservatively
/// @param observed the metric's value; null if it is not defined for this account (drift without net worth)
public record ThresholdState(
        Threshold threshold,
        Provenance setBy,
        List<Overruled> overruled,
        @Nullable Ratio observed) {

    /// A threshold that a more conservative one replaced.
    ///
    /// @param threshold what was set
    /// @param setBy by which rule
    public record Overruled(Threshold threshold, Provenance setBy) {}

    /// Keeps the lists as they are given.
    public ThresholdState {
        overruled = List.copyOf(overruled);
    }

    /// Whether the metric has crossed the threshold.
    public boolean isCrossed() {
        return observed != null && threshold.isCrossedBy(observed);
    }

    /// How far the metric is past the limit: positive if crossed. Empty if the metric is not defined.
    public Optional<Ratio> distance() {
        return Optional.ofNullable(observed).map(threshold::distancePast);
    }

    /// The breach, if the threshold is crossed.
    public Optional<Breach> breach() {
        return isCrossed() && observed != null ? Optional.of(new Breach(threshold, observed, setBy)) : Optional.empty();
    }
}
