package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.LiquidationOutcome;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Laws that hold for every liquidation that costs something, tried on generated accounts.
class CostlySizingLawsTest {

    private static final int CASES = 2_000;
    private static final List<BigDecimal> FEES = List.of(
            BigDecimal.ZERO, new BigDecimal("0.0004"), new BigDecimal("0.01"), new BigDecimal("0.075"), BigDecimal.ONE);

    /// What an account comes to when orders are filled: worked out here, from nothing but its facts.
    private record Filled(BigDecimal required, BigDecimal equity, boolean exposed) {

        boolean isCured(BigDecimal clear) {
            return !exposed || (equity.signum() > 0 && required.compareTo(clear.multiply(equity)) <= 0);
        }
    }

    @Test
    void whateverComesFirstTheOrdersCureAndNoneCanBeALotSmaller() {
        LongAdder partial = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            Snapshot snapshot = Costs.with(drawn.snapshot(), instrument -> fee(random));
            AccountRisk risk = AccountRisk.of(snapshot);
            LiquidationPolicy policy = policy(random);
            Metric metric = random.nextBoolean() ? Metric.MARGIN_RATIO : Metric.LEVERAGE;
            for (Scope scope : scopes(snapshot)) {
                Breach breach = Costs.breach(risk, scope, metric, drawn.limit());
                if (breach.threshold().isCrossedBy(breach.observed())) {
                    partial.add(cures(risk, breach, policy) ? 1 : 0);
                }
            }
        });
        assertThat(partial.sum()).isGreaterThan(CASES / 10);
    }

    @Test
    void everythingIsClosedOnlyIfNoCombinationOfLotsCures() {
        LongAdder closedOut = new LongAdder();
        RandomCases.forAll(CASES / 2, random -> {
            Snapshot snapshot = Costs.with(fewLots(random), instrument -> fee(random));
            AccountRisk risk = AccountRisk.of(snapshot);
            LiquidationPolicy policy = policy(random);
            BigDecimal clear = BigDecimal.valueOf(random.nextInt(1, 101), 2);
            Breach breach = Costs.breach(risk, Scope.account("A-1"), Metric.MARGIN_RATIO, clear);
            if (!breach.threshold().isCrossedBy(breach.observed())) {
                return;
            }
            List<List<Trade>> cures = new ArrayList<>();
            combinations(risk, breach, policy, 0, new ArrayList<>(), cures);
            Liquidation liquidation = LiquidationSizing.size(risk, List.of(breach), policy);
            assertThat(liquidation.full()).isEqualTo(cures.isEmpty());
            closedOut.add(cures.isEmpty() ? 1 : 0);
            if (policy.order() == LiquidationOrder.MARGIN_RELEASED_PER_COST && !cures.isEmpty()) {
                BigDecimal least = cures.stream()
                        .map(orders -> cost(risk, orders, policy))
                        .min(BigDecimal::compareTo)
                        .orElseThrow();
                BigDecimal aLotOfEach = risk.positions().stream()
                        .map(position -> position.mark().price().multiply(rate(position, policy)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(cost(risk, liquidation.orders(), policy)).isLessThanOrEqualTo(least.add(aLotOfEach));
            }
        });
        assertThat(closedOut.sum()).isGreaterThan(CASES / 40);
    }

    @Test
    void whatOneBreachCostsTheOtherIsMadeUpFor() {
        LongAdder partial = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            Drawn drawn = RandomSnapshots.any(random);
            Snapshot snapshot = Costs.with(drawn.snapshot(), instrument -> fee(random));
            AccountRisk risk = AccountRisk.of(snapshot);
            for (Scope scope : scopes(snapshot)) {
                Breach ratio = Costs.breach(risk, scope, Metric.MARGIN_RATIO, drawn.limit());
                Breach leverage = Costs.breach(
                        risk, scope, Metric.LEVERAGE, drawn.limit().multiply(BigDecimal.valueOf(random.nextInt(1, 9))));
                LiquidationPolicy policy = policy(random);
                Liquidation liquidation = LiquidationSizing.size(risk, List.of(ratio, leverage), policy);
                for (Breach breach : List.of(ratio, leverage)) {
                    assertThat(filled(risk, breach, liquidation.orders(), policy)
                                    .isCured(breach.threshold().clear()))
                            .isTrue();
                }
                partial.add(liquidation.full() ? 0 : 1);
            }
        });
        assertThat(partial.sum()).isGreaterThan(CASES / 10);
    }

    private static boolean cures(AccountRisk risk, Breach breach, LiquidationPolicy policy) {
        BigDecimal clear = breach.threshold().clear();
        Liquidation liquidation = LiquidationSizing.size(risk, List.of(breach), policy);
        Filled filled = filled(risk, breach, liquidation.orders(), policy);
        assertThat(filled.isCured(clear)).isTrue();
        assertThat(breach.threshold().isClearedBy(liquidation.after())).isTrue();
        if (!liquidation.full()) {
            assertThat(liquidation.equityAfter()).isEqualByComparingTo(filled.equity());
            assertThat(liquidation.shortfall()).isZero();
        }
        assertThat(liquidation.outcome() == LiquidationOutcome.BAD_DEBT)
                .isEqualTo(liquidation.equityAfter().signum() < 0);
        assertThat(liquidation.shortfall())
                .isEqualByComparingTo(liquidation.equityAfter().negate().max(BigDecimal.ZERO));
        if (risk.margin(breach.scope()).equity().signum() > 0) {
            aLotLessDoesNot(risk, breach, policy, liquidation.orders());
        }
        return !liquidation.full();
    }

    private static void aLotLessDoesNot(AccountRisk risk, Breach breach, LiquidationPolicy policy, List<Trade> orders) {
        for (int i = 0; i < orders.size(); i++) {
            Trade order = orders.get(i);
            BigDecimal lot = risk.position(order.holding().id()).instrument().lotSize();
            BigDecimal lots =
                    order.quantity().divide(lot, 0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
            List<Trade> fewer = new ArrayList<>(orders);
            fewer.set(i, new Trade(order.holding(), order.side(), lots.multiply(lot), order.mark(), BigDecimal.ZERO));
            assertThat(filled(risk, breach, fewer, policy)
                            .isCured(breach.threshold().clear()))
                    .as("a lot less of %s", order)
                    .isFalse();
        }
    }

    private static Filled filled(AccountRisk risk, Breach breach, List<Trade> orders, LiquidationPolicy policy) {
        BigDecimal required = BigDecimal.ZERO;
        boolean exposed = false;
        for (PositionRisk position : risk.positions()) {
            if (risk.account().isCross() || position.id().equals(breach.scope().id())) {
                BigDecimal left = position.position().quantity().abs().subtract(closed(orders, position));
                BigDecimal notional = left.multiply(position.instrument().multiplier())
                        .multiply(position.mark().price());
                exposed |= left.signum() > 0;
                required = required.add(
                        breach.metric() == Metric.LEVERAGE
                                ? notional
                                : position.instrument().schedule().maintenanceMargin(notional));
            }
        }
        Ratio equity = risk.margin(breach.scope()).equity();
        return new Filled(required, equity.amount().subtract(cost(risk, orders, policy)), exposed);
    }

    private static BigDecimal closed(List<Trade> orders, PositionRisk position) {
        return orders.stream()
                .filter(order -> order.holding().id().equals(position.id()))
                .map(Trade::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cost(AccountRisk risk, List<Trade> orders, LiquidationPolicy policy) {
        return risk.positions().stream()
                .map(position -> closed(orders, position)
                        .multiply(position.instrument().multiplier())
                        .multiply(position.mark().price())
                        .multiply(rate(position, policy)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal rate(PositionRisk position, LiquidationPolicy policy) {
        return position.instrument().takerFee().add(policy.insuranceFee());
    }

    // Every combination of whole contracts that cures and leaves something open.
    private static void combinations(
            AccountRisk risk,
            Breach breach,
            LiquidationPolicy policy,
            int index,
            List<Trade> chosen,
            List<List<Trade>> cures) {
        if (index == risk.positions().size()) {
            Filled filled = filled(risk, breach, chosen, policy);
            if (filled.exposed() && filled.isCured(breach.threshold().clear())) {
                cures.add(List.copyOf(chosen));
            }
            return;
        }
        PositionRisk position = risk.positions().get(index);
        for (int closed = 0; closed <= position.position().quantity().abs().intValueExact(); closed++) {
            chosen.add(new Trade(
                    Holding.instrument(position.id()),
                    Side.SELL,
                    BigDecimal.valueOf(closed),
                    position.mark().price(),
                    BigDecimal.ZERO));
            combinations(risk, breach, policy, index + 1, chosen, cures);
            chosen.removeLast();
        }
    }

    private static Snapshot fewLots(SplittableRandom random) {
        List<String> names = List.of("FLAT", "TIERED", "STEEP");
        List<String> positions = new ArrayList<>();
        for (String name : names.subList(0, random.nextInt(1, 4))) {
            int price = random.nextInt(20, 400);
            positions.add("%s %d @ %d -> %d"
                    .formatted(name, random.nextInt(1, 9) * (random.nextBoolean() ? 1 : -1), price, price));
        }
        return Snapshots.cross(String.valueOf(random.nextInt(1, 1000)), String.join("; ", positions));
    }

    private static List<Scope> scopes(Snapshot snapshot) {
        return snapshot.account().isCross()
                ? List.of(Scope.account(snapshot.account().id()))
                : snapshot.account().positions().stream()
                        .map(position -> Scope.position(position.instrument()))
                        .toList();
    }

    private static LiquidationPolicy policy(SplittableRandom random) {
        LiquidationOrder[] orders = LiquidationOrder.values();
        BigDecimal insurance = random.nextBoolean() ? BigDecimal.ZERO : new BigDecimal("0.005");
        return new LiquidationPolicy(orders[random.nextInt(orders.length)], insurance);
    }

    private static BigDecimal fee(SplittableRandom random) {
        return FEES.get(random.nextInt(FEES.size() - (random.nextInt(4) == 0 ? 0 : 1)));
    }
}
