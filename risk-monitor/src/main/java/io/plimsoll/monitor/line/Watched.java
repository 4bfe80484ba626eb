package io.plimsoll.monitor.line;

import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Threshold;

/// A threshold that is watched.
///
/// @param threshold what is watched
/// @param isOpen whether its clear level is watched, and not its limit
public record Watched(Threshold threshold, boolean isOpen) {

    /// Watched for being crossed.
    public static Watched uncrossed(Threshold threshold) {
        return new Watched(threshold, false);
    }

    /// Watched for being cleared.
    public static Watched uncleared(Threshold threshold) {
        return new Watched(threshold, true);
    }

    /// Watched for being crossed no longer: for being at its limit or safer. Which of both counts at an
    /// inclusive limit is for whoever looks.
    public static Watched crossed(Threshold threshold) {
        Comparison beyond = threshold.comparison().highIsDangerous() ? Comparison.ABOVE : Comparison.BELOW;
        return uncleared(new Threshold(
                threshold.kind(), threshold.scope(), threshold.metric(), beyond, threshold.limit(), threshold.limit()));
    }
}
