package io.plimsoll.monitor.book;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import org.jspecify.annotations.Nullable;

/// A threshold whose breach began, ended or came nearer to its end.
///
/// @param account its number
/// @param threshold which
/// @param observed the metric's value, exact; null if it is not defined any more
/// @param move what happened
public record Crossing(
        int account, Threshold threshold, @Nullable Ratio observed, Move move) {

    /// What happened to a breach.
    public enum Move {
        /// The limit was crossed: the breach begins.
        BEGUN,
        /// The limit is no longer crossed, and the clear level is not reached, or the metric is not defined any
        /// more: the breach goes on.
        EASED,
        /// The limit is crossed again, while the breach goes on.
        RENEWED,
        /// The metric is at the clear level or safer: the breach is over.
        OVER
    }

    /// The value by which a breach began or ended.
    ///
    /// @throws IllegalStateException if there is none
    public Ratio reading() {
        if (observed == null) {
            throw new IllegalStateException("The metric of %s is not defined.".formatted(threshold));
        }
        return observed;
    }
}
