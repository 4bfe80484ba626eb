package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// The liquidation price is where the breach begins: the smallest tick on the safe side of it, there is none.
class LiquidationPriceLawsTest {

    private static final int SCALE = 18;
    private static final BigDecimal TICK = BigDecimal.ONE.movePointLeft(SCALE);
    private static final BigDecimal HIGHEST = BigDecimal.TEN.pow(19);
    private static final BigDecimal LOWEST = BigDecimal.ONE.movePointLeft(15);

    /// Not where an option is written on the very instrument: its requirement moves with the mark too, while
    /// a price level takes everything else as it stands.
    @Test
    void theBreachBeginsAtTheLiquidationPrice() {
        LongAdder exact = new LongAdder();
        LongAdder inverse = new LongAdder();
        LongAdder options = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            Snapshot snapshot = Laws.any(random).snapshot();
            AccountRisk risk = AccountRisk.of(snapshot);
            for (PositionRisk position : risk.positions()) {
                PriceLevels.liquidationPrice(risk, position)
                        .level()
                        .filter(price -> price.compareTo(HIGHEST) < 0 && price.compareTo(LOWEST) > 0)
                        .filter(price -> !isUnderlying(risk, position))
                        .ifPresent(price -> {
                            beginsAt(snapshot, position, price, exact);
                            inverse.add(position.instrument().type().isInverse() ? 1 : 0);
                            options.add(position.instrument().type() == InstrumentType.OPTION ? 1 : 0);
                        });
            }
        });
        assertThat(exact.sum()).isGreaterThan(Laws.CASES / 10);
        assertThat(inverse.sum()).isGreaterThan(Laws.CASES / 20);
        assertThat(options.sum()).isGreaterThan(Laws.CASES / 20);
    }

    private static void beginsAt(Snapshot snapshot, PositionRisk position, Ratio price, LongAdder exact) {
        Scope scope = Laws.scopeBehind(snapshot, position.position());
        boolean isLong = position.position().isLong();
        BigDecimal below = price.rounded(SCALE, RoundingMode.FLOOR);
        boolean isExact = price.compareTo(below) == 0;
        BigDecimal above = isExact ? below : below.add(TICK);
        BigDecimal crossed = isLong ? below : above;
        BigDecimal inside = isLong ? above.add(TICK) : below.subtract(TICK);
        Ratio slack = Laws.slack(RandomSnapshots.withMark(snapshot, position.id(), crossed), scope);
        if (isExact) {
            exact.increment();
            assertThat(slack.signum()).as("at %s", crossed).isZero();
        }
        assertThat(slack.signum()).as("at %s", crossed).isNotPositive();
        // Just inside, unless the level is a peak that the slack only touches (what shrinks, at 100 %).
        if (slopes(position)) {
            Ratio ratio =
                    Laws.read(RandomSnapshots.withMark(snapshot, position.id(), inside), Metric.MARGIN_RATIO, scope);
            assertThat(Comparison.AT_OR_ABOVE.isCrossed(ratio, BigDecimal.ONE))
                    .as("at %s", inside)
                    .isFalse();
        }
    }

    private static boolean isUnderlying(AccountRisk risk, PositionRisk position) {
        return risk.positions().stream()
                .map(held -> held.instrument().option())
                .anyMatch(option -> option != null && option.underlying().equals(position.id()));
    }

    private static boolean slopes(PositionRisk position) {
        return position.instrument()
                        .schedule()
                        .tiers()
                        .getLast()
                        .maintenanceRate()
                        .compareTo(BigDecimal.ONE)
                < 0;
    }
}
