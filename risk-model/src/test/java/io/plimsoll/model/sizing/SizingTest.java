package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SizingTest {

    private static final RebalancePolicy TOGETHER = new RebalancePolicy(RebalanceOrder.IN_PROPORTION, BigDecimal.ZERO);
    private static final Provenance RULE = new Provenance("rule", new SourcePlace("actions/a.drl", 3), List.of());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/liquidations.csv", delimiter = '|', numLinesToSkip = 1)
    void liquidationsCloseAsLittleAsCures(
            String name,
            MarginMode mode,
            String balances,
            String positions,
            String scope,
            Metric metric,
            BigDecimal clear,
            String orders,
            boolean full,
            BigDecimal shortfall,
            String after) {
        AccountRisk risk = AccountRisk.of(Snapshots.of(mode, balances, positions, ""));
        Liquidation liquidation = LiquidationSizing.size(risk, breach(risk, scope(scope), metric, clear));
        String[] terms = after.split("/", -1);

        assertThat(written(liquidation.orders())).isEqualTo(orders);
        assertThat(liquidation.full()).isEqualTo(full);
        assertThat(liquidation.shortfall()).isEqualByComparingTo(shortfall);
        assertThat(liquidation.after())
                .isEqualByComparingTo(Ratio.of(new BigDecimal(terms[0]), new BigDecimal(terms[1])));
        assertThat(liquidation.orders())
                .allSatisfy(order -> assertThat(order.notional())
                        .isEqualByComparingTo(risk.position(order.holding().id())
                                .margin()
                                .value(order.quantity())
                                .amount()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/margin-calls.csv", delimiter = '|', numLinesToSkip = 1)
    void marginCallsAskForWhatCures(
            String name,
            MarginMode mode,
            String balances,
            String positions,
            String scope,
            Metric metric,
            BigDecimal clear,
            BigDecimal amount) {
        AccountRisk risk = AccountRisk.of(Snapshots.of(mode, balances, positions == null ? "" : positions, ""));

        assertThat(MarginCallSizing.size(risk, breach(risk, scope(scope), metric, clear))
                        .amount())
                .isEqualByComparingTo(amount);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/rebalances.csv", delimiter = '|', numLinesToSkip = 1)
    void rebalancesGoToTheEdgeOrTheTarget(
            String name,
            String balances,
            String positions,
            String targets,
            String breaches,
            Destination destination,
            String trades) {
        Snapshot snapshot = Snapshots.of(MarginMode.CROSS, balances, positions == null ? "" : positions, targets);
        AccountRisk risk = AccountRisk.of(snapshot);
        List<Breach> found = Arrays.stream(breaches.split("; ", -1))
                .map(breach -> breach.split(" ", -1))
                .map(breach -> breach(risk, Scope.allocation(breach[0]), Metric.DRIFT, new BigDecimal(breach[1])))
                .toList();

        assertThat(written(RebalanceSizing.size(snapshot, risk, found, destination, List.of(), TOGETHER)
                        .trades()))
                .isEqualTo(trades == null ? "" : trades);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the first cure is one of the second too | TIERED 60 @ 100 -> 100; FREE -70 @ 100 -> 100 | 400 | 0.8 | 32 | SELL TIERED 5
            the second needs more of the same | TIERED 100 @ 100 -> 100 | 1000 | 0.8 | 5 | SELL TIERED 50
            both are needed | TIERED 60 @ 100 -> 100; FREE -70 @ 100 -> 100 | 400 | 0.8 | 30 | BUY FREE 5; SELL TIERED 5
            no equity closes all | FLAT 1 @ 100 -> 100; FREE -7 @ 100 -> 100 | 0 | 0.8 | 30 | SELL FLAT 1; BUY FREE 7
            """)
    void severalBreachesAreCuredTogetherAndByNoLotMore(
            String name, String positions, String cash, BigDecimal ratio, BigDecimal leverage, String orders) {
        AccountRisk risk = AccountRisk.of(Snapshots.cross(cash, positions));
        Breach byRatio = breach(risk, scope("A-1"), Metric.MARGIN_RATIO, ratio);
        Breach byLeverage = breach(risk, scope("A-1"), Metric.LEVERAGE, leverage);

        assertThat(written(LiquidationSizing.size(risk, List.of(byRatio, byLeverage))
                        .orders()))
                .isEqualTo(orders);
        assertThat(written(LiquidationSizing.size(risk, List.of(byLeverage, byRatio))
                        .orders()))
                .isEqualTo(orders);
    }

    @Test
    void everyBreachHasItsOwnKindOfCure() {
        Snapshot snapshot = Snapshots.of(MarginMode.CROSS, "100", "FLAT 10 @ 100 -> 100", "FLAT 0.5");
        AccountRisk risk = AccountRisk.of(snapshot);
        Breach drift = breach(risk, Scope.allocation("FLAT"), Metric.DRIFT, BigDecimal.ONE);
        Breach ratio = breach(risk, Scope.account("A-1"), Metric.MARGIN_RATIO, BigDecimal.ONE);

        assertThatIllegalArgumentException().isThrownBy(() -> LiquidationSizing.size(risk, drift));
        assertThatIllegalArgumentException().isThrownBy(() -> MarginCallSizing.size(risk, drift));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RebalanceSizing.size(snapshot, risk, List.of(ratio), Destination.EDGE));
    }

    @ParameterizedTest
    @EnumSource(names = {"EQUITY", "FREE_COLLATERAL", "UNREALISED_PNL", "NOTIONAL"})
    void closingAtTheMarkMovesRatiosOnly(Metric metric) {
        AccountRisk risk = AccountRisk.of(Snapshots.cross("100", "FLAT 10 @ 100 -> 100"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LiquidationSizing.size(risk, breach(risk, scope("A-1"), metric, BigDecimal.ONE)))
                .withMessageContaining(metric.name());
    }

    private static Breach breach(AccountRisk risk, Scope scope, Metric metric, BigDecimal clear) {
        boolean low = metric == Metric.EQUITY || metric == Metric.FREE_COLLATERAL || metric == Metric.UNREALISED_PNL;
        Threshold threshold = new Threshold(
                ThresholdKind.LIQUIDATION, scope, metric, low ? Comparison.BELOW : Comparison.ABOVE, clear, clear);
        return new Breach(threshold, risk.reading(metric, scope).orElseThrow(), RULE);
    }

    private static Scope scope(String id) {
        return id.equals("A-1") ? Scope.account(id) : Scope.position(id);
    }

    private static String written(List<Trade> trades) {
        return trades.stream()
                .map(trade -> "%s %s %s"
                        .formatted(
                                trade.side(),
                                trade.holding().id(),
                                trade.quantity().toPlainString()))
                .collect(Collectors.joining("; "));
    }
}
