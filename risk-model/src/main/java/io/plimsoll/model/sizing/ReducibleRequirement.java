package io.plimsoll.model.sizing;

import io.plimsoll.model.margin.PositionMargin.Slice;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Metric;
import java.math.BigDecimal;
import java.util.List;

/// What falls when a position is reduced at its mark, while equity stands still: the numerator of a ratio
/// metric.
///
/// It is convex and piecewise linear in the notional, so that the dearest slice of a position is its top one.
enum ReducibleRequirement {
    /// Maintenance margin by tier.
    MAINTENANCE_MARGIN {
        @Override
        Ratio of(PositionRisk position, BigDecimal quantity) {
            return position.margin().maintenance(quantity);
        }

        @Override
        List<Slice> slices(PositionRisk position) {
            return position.margin().slices(position.position().quantity());
        }
    },
    /// Notional itself.
    EXPOSURE {
        @Override
        Ratio of(PositionRisk position, BigDecimal quantity) {
            return position.margin().value(quantity).abs();
        }

        @Override
        List<Slice> slices(PositionRisk position) {
            return WHOLE;
        }
    };

    private static final List<Slice> WHOLE = List.of(new Slice(Ratio.ZERO, Ratio.of(BigDecimal.ONE)));

    /// The requirement of a position if it had this quantity, signed like its own.
    abstract Ratio of(PositionRisk position, BigDecimal quantity);

    /// The parts in which the requirement is linear in the notional, in ascending order.
    abstract List<Slice> slices(PositionRisk position);

    /// The requirement that a metric divides by equity.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on the metric
    static ReducibleRequirement behind(Metric metric) {
        return switch (metric) {
            case MARGIN_RATIO -> MAINTENANCE_MARGIN;
            case LEVERAGE -> EXPOSURE;
            case EQUITY,
                    FREE_COLLATERAL,
                    UNREALISED_PNL,
                    NET_PNL,
                    RETURN,
                    TRAILING_LOSS,
                    DAILY_LOSS,
                    DRAWDOWN,
                    NOTIONAL,
                    LARGEST_WEIGHT,
                    CONCENTRATION,
                    LTV,
                    HEALTH_FACTOR,
                    DRIFT ->
                throw new IllegalArgumentException(
                        "A liquidation can't be sized by %s. Maybe set the threshold on MARGIN_RATIO or LEVERAGE."
                                .formatted(metric));
        };
    }
}
