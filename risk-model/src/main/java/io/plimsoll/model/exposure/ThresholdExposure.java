package io.plimsoll.model.exposure;

import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.List;

/// The shock at which a threshold trips, and what is exposed then.
///
/// @param threshold what trips
/// @param direction which marks move
/// @param shock the smallest one upwards (positive) or downwards (negative) at which the threshold is crossed,
///     in steps of 10⁻¹⁸: one step less and it is not. 0 if it is crossed already
/// @param marks those that the shock moves, as they are then
/// @param exposed what the threshold is about, then, in the account's currency: the notional of its position or
///     of all that shares the account's balances, the magnitude of a holding that has an allocation target, the
///     debt where the metric is about debts
public record ThresholdExposure(
        Threshold threshold, ShockDirection direction, BigDecimal shock, List<Mark> marks, Ratio exposed) {

    /// Keeps the list as it is given.
    public ThresholdExposure {
        marks = List.copyOf(marks);
    }

    /// Whether the threshold is crossed without any shock.
    public boolean isCrossed() {
        return shock.signum() == 0;
    }
}
