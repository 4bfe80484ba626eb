package io.plimsoll.rules.document.decision;

import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The smallest shock to marks at which a threshold trips.
///
/// @param kind what crossing it means
/// @param scope what is watched
/// @param metric what is read
/// @param comparison which side is crossed
/// @param limit the line
/// @param direction whether one mark moves alone, or all move together with their betas
/// @param mark the one that moves alone; left out if all move together
/// @param shock the share by which marks move, times their betas: negative if they fall, 0 if the threshold is
///     crossed already. The threshold is crossed at it, and not at a shock smaller by 10⁻¹⁸
/// @param price of the mark that moves alone, then; left out if all move together
/// @param exposedNotional what the threshold is about, then, in the account's currency: notional, or the debt
///     where the metric is about debts
public record ExposureDocument(
        ThresholdKind kind,
        ScopeDocument scope,
        Metric metric,
        Comparison comparison,
        BigDecimal limit,
        Direction direction,
        @Nullable String mark,
        BigDecimal shock,
        @Nullable BigDecimal price,
        BigDecimal exposedNotional) {

    /// Which marks move.
    public enum Direction {
        /// One alone.
        SINGLE,
        /// All, by the shock times their betas.
        JOINT
    }
}
