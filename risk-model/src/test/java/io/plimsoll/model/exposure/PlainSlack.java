package io.plimsoll.model.exposure;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A threshold at one shock of a search.
///
/// @param shock the magnitude of the shock
/// @param observed the metric; null if it is not defined at these marks
/// @param isCrossed whether the threshold is crossed, as the model decides
/// @param left what is left before it is: `limit × denominator − numerator` of the metric, or its negative;
///     null if that says nothing, because the metric is not a number. Only guides the search
record PlainSlack(
        BigDecimal shock,
        @Nullable Ratio observed,
        boolean isCrossed,
        @Nullable BigDecimal left) {

    static PlainSlack of(Threshold threshold, BigDecimal shock, Optional<Ratio> reading) {
        if (reading.isEmpty()) {
            return new PlainSlack(shock, null, false, null);
        }
        Ratio observed = reading.get();
        return new PlainSlack(shock, observed, threshold.isCrossedBy(observed), left(threshold, observed));
    }

    private static @Nullable BigDecimal left(Threshold threshold, Ratio observed) {
        if (observed.isUnbounded()) {
            return null;
        }
        BigDecimal left = threshold.limit().multiply(observed.denominator()).subtract(observed.numerator());
        return threshold.comparison().highIsDangerous() ? left : left.negate();
    }

    /// Whether a search that comes from the safe side has to stop: the threshold is crossed, or its metric
    /// ceases to be defined, which a crossing comes before.
    boolean isEnd() {
        return isCrossed || observed == null;
    }

    /// Whether the metric is nearer to the limit than at another shock.
    boolean isNearer(PlainSlack other, Threshold threshold) {
        if (observed == null || other.observed == null || other.observed.isUnbounded()) {
            return false;
        }
        return threshold.comparison().highIsDangerous()
                ? observed.compareTo(other.observed) > 0
                : observed.compareTo(other.observed) < 0;
    }

    /// Where a straight line to another shock is at the limit, rounded up to a step; the middle if that can't
    /// be said. Always strictly between the two.
    BigDecimal guess(PlainSlack end) {
        BigDecimal width = end.shock.subtract(shock);
        BigDecimal step = ShockDirection.STEP;
        if (left != null && end.left != null && left.compareTo(end.left) > 0) {
            BigDecimal distance =
                    width.multiply(left).divide(left.subtract(end.left), step.scale(), RoundingMode.CEILING);
            return shock.add(distance.max(step).min(width.subtract(step)));
        }
        return middle(end);
    }

    /// Where a straight line through another safe shock reaches the limit, rounded up to a step; null if it
    /// does not lead there.
    @Nullable
    BigDecimal extrapolated(PlainSlack further) {
        if (left == null || further.left == null || left.compareTo(further.left) <= 0) {
            return null;
        }
        BigDecimal width = further.shock.subtract(shock);
        return shock.add(width.multiply(left)
                .divide(left.subtract(further.left), ShockDirection.STEP.scale(), RoundingMode.CEILING));
    }

    /// Halfway to another shock that is at least two steps away.
    BigDecimal middle(PlainSlack end) {
        return shock.add(end.shock).divide(BigDecimal.TWO, ShockDirection.STEP.scale(), RoundingMode.FLOOR);
    }
}
