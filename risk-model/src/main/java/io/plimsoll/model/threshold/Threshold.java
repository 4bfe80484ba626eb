package io.plimsoll.model.threshold;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// A line that a metric must not cross.
///
/// @param kind what crossing it means
/// @param scope what is watched
/// @param metric what is read
/// @param comparison which side of the limit is crossed
/// @param limit the line, in the unit of the metric
/// @param clear the level at which a breach is over (hysteresis): on the safe side of the limit
public record Threshold(
        ThresholdKind kind, Scope scope, Metric metric, Comparison comparison, BigDecimal limit, BigDecimal clear) {

    /// @throws InvalidFactException if the metric is not defined for the scope, the limit is crossed by what
    ///     is at rest (without exposure, or at its target), or the clear level is never reached or crosses
    ///     the limit itself
    public Threshold {
        limit = Facts.decimal("limit", limit);
        clear = Facts.decimal("clear", clear);
        if (!metric.isDefinedFor(scope.type())) {
            throw new InvalidFactException("metric", "%s is not defined for %s.".formatted(metric, scope.type()));
        }
        if (metric.isZeroAtRest() && comparison.isCrossed(Ratio.ZERO, limit)) {
            throw new InvalidFactException(
                    "limit",
                    "(%s %s) is crossed by 0, the %s of %s. Maybe the number is missing, or the comparison reversed."
                            .formatted(
                                    comparison.words(),
                                    limit,
                                    metric,
                                    metric == Metric.DRIFT
                                            ? "a holding at its target"
                                            : "an account without exposure"));
        }
        if (metric.isZeroAtRest() && clear.signum() < 0) {
            throw new InvalidFactException(
                    "clear",
                    "(%s) must not be negative, as %s never is: a breach would never be over. Maybe the sign is wrong."
                            .formatted(clear.toPlainString(), metric));
        }
        if (!comparison.allowsClear(limit, clear)) {
            throw new InvalidFactException(
                    "clear",
                    "(%s) must be on the safe side of the limit (%s %s): a breach would never be over."
                            .formatted(clear, comparison.words(), limit));
        }
    }

    /// Whether a metric with this value has crossed the limit.
    public boolean isCrossedBy(Ratio observed) {
        return comparison.isCrossed(observed, limit);
    }

    /// Whether a metric with this value is at the clear level or safer.
    public boolean isClearedBy(Ratio observed) {
        return comparison.isCleared(observed, clear);
    }

    /// How far a metric is past the limit, in the unit of the metric: positive on the dangerous side,
    /// negative on the safe side. Unbounded if the metric is.
    public Ratio distancePast(Ratio observed) {
        if (observed.isUnbounded()) {
            return observed;
        }
        Ratio above = observed.minus(limit);
        return comparison.highIsDangerous() ? above : above.negate();
    }

    /// Whether this guards the same thing as another threshold, so that only the more conservative one is
    /// needed.
    public boolean competesWith(Threshold other) {
        return key().equals(other.key());
    }

    /// What this guards.
    public ThresholdKey key() {
        return new ThresholdKey(kind, scope, metric, comparison.highIsDangerous());
    }

    /// Whether this trips earlier than a competing threshold, or trips with it and clears later.
    public boolean isMoreConservativeThan(Threshold other) {
        int byLimit = comparison.highIsDangerous() ? other.limit.compareTo(limit) : limit.compareTo(other.limit);
        if (byLimit != 0) {
            return byLimit > 0;
        }
        if (comparison.isInclusive() != other.comparison.isInclusive()) {
            return comparison.isInclusive();
        }
        int byClear = comparison.highIsDangerous() ? other.clear.compareTo(clear) : clear.compareTo(other.clear);
        return byClear > 0;
    }
}
