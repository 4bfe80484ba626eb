package io.plimsoll.model.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.Snapshots;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.sizing.LiquidationSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// A liquidation cures, and a lot less does not: on linear perpetuals, closed at their marks without fees.
class LiquidationSizingLawsTest {

    @Test
    void aLiquidationCuresAndOneLotLessOfAnyOrderDoesNot() {
        LongAdder partial = new LongAdder();
        RandomCases.forAll(Laws.CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            AccountRisk risk = AccountRisk.of(drawn.snapshot());
            for (Scope scope : Laws.scopesWithEquity(drawn.snapshot())) {
                for (Metric metric : List.of(Metric.MARGIN_RATIO, Metric.LEVERAGE)) {
                    Threshold threshold = Laws.threshold(scope, metric, drawn.limit());
                    Breach breach = Laws.breach(risk, threshold);
                    if (threshold.isCrossedBy(breach.observed())) {
                        cures(risk, breach, partial);
                    }
                }
            }
        });
        assertThat(partial.sum()).isGreaterThan(Laws.CASES / 4);
    }

    @Test
    void aLiquidationClosesHardlyMoreThanTheBestOfAll() {
        RandomCases.forAll(Laws.CASES / 3, random -> {
            AccountRisk risk = AccountRisk.of(fewLots(random));
            Threshold threshold = Laws.threshold(
                    Scope.account("A-1"), Metric.MARGIN_RATIO, BigDecimal.valueOf(random.nextInt(1, 101), 2));
            Breach breach = Laws.breach(risk, threshold);
            if (!threshold.isCrossedBy(breach.observed()) || risk.equity().signum() <= 0) {
                return;
            }
            BigDecimal best =
                    fewestNotional(risk, risk.equity().amount().multiply(threshold.clear()), 0, BigDecimal.ZERO);
            BigDecimal aLotOfEach = risk.positions().stream()
                    .map(position -> position.mark().price())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal closed = LiquidationSizing.size(risk, breach).notional();

            assertThat(closed).isGreaterThanOrEqualTo(best).isLessThan(best.add(aLotOfEach));
            if (risk.positions().size() == 1) {
                assertThat(closed).isEqualByComparingTo(best);
            }
        });
    }

    private static void cures(AccountRisk risk, Breach breach, LongAdder partial) {
        Liquidation liquidation = LiquidationSizing.size(risk, breach);
        BigDecimal equity = risk.margin(breach.scope()).equity().amount();
        assertThat(breach.threshold().isClearedBy(liquidation.after())).isTrue();
        if (equity.signum() <= 0) {
            assertThat(liquidation.full()).isTrue();
            assertThat(liquidation.shortfall()).isEqualByComparingTo(equity.negate());
            return;
        }
        assertThat(liquidation.shortfall()).isZero();
        assertThat(liquidation.orders()).isNotEmpty();
        partial.add(liquidation.full() ? 0 : 1);
        BigDecimal target = breach.threshold().clear().multiply(equity);
        assertThat(required(risk, breach, liquidation.orders())).isLessThanOrEqualTo(target);
        for (int i = 0; i < liquidation.orders().size(); i++) {
            List<Trade> fewer = new ArrayList<>(liquidation.orders());
            Trade order = fewer.get(i);
            Instrument instrument = risk.position(order.holding().id()).instrument();
            BigDecimal lots = order.quantity()
                    .divide(instrument.lotSize(), 0, RoundingMode.CEILING)
                    .subtract(BigDecimal.ONE);
            BigDecimal quantity = lots.multiply(instrument.lotSize());
            fewer.set(i, new Trade(order.holding(), order.side(), quantity, order.mark(), BigDecimal.ZERO));
            assertThat(required(risk, breach, fewer))
                    .as("a lot less of %s", order)
                    .isGreaterThan(target);
        }
    }

    private static BigDecimal required(AccountRisk risk, Breach breach, List<Trade> closed) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PositionRisk position : risk.positions()) {
            boolean isMeant = risk.account().isCross()
                    || position.id().equals(breach.scope().id());
            if (isMeant) {
                BigDecimal quantity = position.position().quantity().abs();
                for (Trade trade : closed) {
                    if (trade.holding().id().equals(position.id())) {
                        quantity = quantity.subtract(trade.quantity());
                    }
                }
                BigDecimal notional = position.margin().value(quantity).amount();
                sum = sum.add(
                        breach.metric() == Metric.LEVERAGE
                                ? notional
                                : position.instrument().schedule().maintenanceMargin(notional));
            }
        }
        return sum;
    }

    // Every combination of whole contracts.
    private static BigDecimal fewestNotional(AccountRisk risk, BigDecimal target, int index, BigDecimal required) {
        BigDecimal none = BigDecimal.TEN.pow(30);
        if (index == risk.positions().size()) {
            return required.compareTo(target) <= 0 ? BigDecimal.ZERO : none;
        }
        PositionRisk position = risk.positions().get(index);
        BigDecimal mark = position.mark().price();
        BigDecimal best = none;
        for (int closed = 0; closed <= position.position().quantity().abs().intValueExact(); closed++) {
            BigDecimal left = position.notional().amount().subtract(mark.multiply(BigDecimal.valueOf(closed)));
            BigDecimal rest = fewestNotional(
                    risk,
                    target,
                    index + 1,
                    required.add(position.instrument().schedule().maintenanceMargin(left)));
            best = best.min(rest.add(mark.multiply(BigDecimal.valueOf(closed))));
        }
        return best;
    }

    private static Snapshot fewLots(SplittableRandom random) {
        List<String> names = List.of("FLAT", "TIERED", "STEEP", "FLAT2", "TIERED2");
        List<String> positions = new ArrayList<>();
        for (String name : names.subList(0, random.nextInt(1, 4))) {
            int price = random.nextInt(20, 400);
            positions.add("%s %d @ %d -> %d"
                    .formatted(name, random.nextInt(1, 13) * (random.nextBoolean() ? 1 : -1), price, price));
        }
        if (positions.size() == 1) {
            positions.set(0, positions.getFirst().replace("FLAT", names.get(random.nextInt(3))));
        }
        return Snapshots.cross(String.valueOf(random.nextInt(1, 1000)), String.join("; ", positions));
    }
}
