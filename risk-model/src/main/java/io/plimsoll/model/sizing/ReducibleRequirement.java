package io.plimsoll.model.sizing;

import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.threshold.Metric;
import java.math.BigDecimal;
import java.util.List;

/// What falls when a position is reduced at its mark, while equity stands still: the numerator of a ratio metric.
///
/// It is convex and piecewise linear in the notional, so that the dearest slice of a position is its top one.
enum ReducibleRequirement {
    /// Maintenance margin by tier.
    MAINTENANCE_MARGIN {
        @Override
        BigDecimal of(PositionRisk position, BigDecimal notional) {
            return position.instrument().schedule().maintenanceMargin(notional);
        }

        @Override
        List<MarginTier> tiers(PositionRisk position) {
            return position.instrument().schedule().tiers();
        }

        @Override
        BigDecimal rate(MarginTier tier) {
            return tier.maintenanceRate();
        }
    },
    /// Notional itself.
    EXPOSURE {
        @Override
        BigDecimal of(PositionRisk position, BigDecimal notional) {
            return notional;
        }

        @Override
        List<MarginTier> tiers(PositionRisk position) {
            return List.of(WHOLE);
        }

        @Override
        BigDecimal rate(MarginTier tier) {
            return BigDecimal.ONE;
        }
    };

    private static final MarginTier WHOLE =
            new MarginTier(BigDecimal.ZERO, null, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE);

    /// The requirement of a position if it had this notional.
    abstract BigDecimal of(PositionRisk position, BigDecimal notional);

    /// The pieces in which the requirement is linear.
    abstract List<MarginTier> tiers(PositionRisk position);

    /// What one unit of notional requires within a piece.
    abstract BigDecimal rate(MarginTier tier);

    /// The requirement that a metric divides by equity.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on the metric
    static ReducibleRequirement behind(Metric metric) {
        return switch (metric) {
            case MARGIN_RATIO -> MAINTENANCE_MARGIN;
            case LEVERAGE -> EXPOSURE;
            case EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NOTIONAL, DRIFT ->
                throw new IllegalArgumentException(
                        "A liquidation can't be sized by %s. Maybe set the threshold on MARGIN_RATIO or LEVERAGE."
                                .formatted(metric));
        };
    }
}
