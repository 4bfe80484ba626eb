package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.action.Action.Rebalance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.margin.AccountRisk;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CashFirstTest {

    private static final Provenance RULE = new Provenance("rule", new SourcePlace("actions/a.drl", 3), List.of());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/cash-first-rebalances.csv", delimiter = '|', numLinesToSkip = 1)
    void cashPaysFirst(
            String name,
            String balances,
            String positions,
            String targets,
            String breaches,
            String watched,
            BigDecimal least,
            Destination destination,
            String trades,
            String outside) {
        Snapshot snapshot = Snapshots.of(MarginMode.CROSS, balances, positions == null ? "" : positions, targets);
        AccountRisk risk = AccountRisk.of(snapshot);
        Rebalance rebalance = RebalanceSizing.size(
                snapshot,
                risk,
                thresholds(breaches, ThresholdKind.REBALANCING)
                        .map(threshold -> breach(risk, threshold))
                        .toList(),
                destination,
                thresholds(watched, ThresholdKind.REBALANCING).toList(),
                new RebalancePolicy(RebalanceOrder.CASH_FIRST, least));

        assertThat(written(rebalance)).isEqualTo(trades == null ? "" : trades);
        assertThat(rebalance.outside().stream().map(Holding::id).collect(Collectors.joining("; ")))
                .isEqualTo(outside == null ? "" : outside);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IN_PROPORTION | 0  | BUY BTC 1.5; SELL ETH 0.5; SELL LTC 0.1 |
            IN_PROPORTION | 25 | BUY BTC 1.5; SELL ETH 0.5               |
            IN_PROPORTION | 60 | BUY BTC 1                               | BTC
            CASH_FIRST    | 0  | BUY BTC 1.5; SELL ETH 0.5               |
            """)
    void aRuleSetNamesTheOrderAndTheLeastTrade(RebalanceOrder order, BigDecimal least, String trades, String outside) {
        // 150 to the edge, 100 in cash; ETH is 130 over its target and LTC 20.
        Snapshot snapshot = Snapshots.of(
                MarginMode.CROSS,
                "100; BTC 1 -> 100 lot 0.1; ETH 4.8 -> 100 lot 0.1; LTC 3.2 -> 100 lot 0.1",
                "",
                "BTC 0.25; ETH 0.35; LTC 0.3");
        AccountRisk risk = AccountRisk.of(snapshot);
        Threshold drift =
                thresholds("BTC 0", ThresholdKind.REBALANCING).findFirst().orElseThrow();

        Rebalance rebalance = RebalanceSizing.size(
                snapshot,
                risk,
                List.of(breach(risk, drift)),
                Destination.EDGE,
                List.of(),
                new RebalancePolicy(order, least));

        assertThat(written(rebalance)).isEqualTo(trades);
        assertThat(rebalance.outside().stream().map(Holding::id).collect(Collectors.joining("; ")))
                .isEqualTo(outside == null ? "" : outside);
    }

    @Test
    void cashFirstIsWhatHoldsWhereNothingIsSaid() {
        Snapshot snapshot = Snapshots.of(
                MarginMode.CROSS, "300; BTC 1 -> 100 lot 0.1; ETH 6 -> 100 lot 0.1", "", "BTC 0.3; ETH 0.58; USDT 0.1");
        AccountRisk risk = AccountRisk.of(snapshot);
        List<Breach> breaches = thresholds("BTC 0.05", ThresholdKind.REBALANCING)
                .map(threshold -> breach(risk, threshold))
                .toList();

        assertThat(written(RebalanceSizing.size(snapshot, risk, breaches, Destination.TARGET)))
                .isEqualTo("BUY BTC 2");
    }

    @Test
    void onlyBandsOfTheKindThatIsAnsweredBind() {
        Snapshot snapshot = Snapshots.of(
                MarginMode.CROSS, "200; BTC 5 -> 100 lot 0.1; ETH 3 -> 100 lot 0.1", "", "BTC 0.3; ETH 0.5; USDT 0.2");
        AccountRisk risk = AccountRisk.of(snapshot);
        List<Breach> breaches = thresholds("BTC 0.05", ThresholdKind.REBALANCING)
                .map(threshold -> breach(risk, threshold))
                .toList();
        List<Threshold> warnings =
                thresholds("USDT 0.05", ThresholdKind.WARNING).toList();

        assertThat(written(RebalanceSizing.size(
                        snapshot, risk, breaches, Destination.EDGE, warnings, RebalancePolicy.STANDARD)))
                .isEqualTo("SELL BTC 1.5");
    }

    @Test
    void aLeastTradeIsNotNegative() {
        assertThatThrownBy(() -> new RebalancePolicy(RebalanceOrder.CASH_FIRST, new BigDecimal("-0.01")))
                .isInstanceOf(InvalidFactException.class)
                .hasMessageContaining("(-0.01) must not be negative");
    }

    private static Stream<Threshold> thresholds(String written, ThresholdKind kind) {
        return written == null
                ? Stream.of()
                : Stream.of(written.split("; ", -1))
                        .map(text -> text.split(" ", -1))
                        .map(text -> new Threshold(
                                kind,
                                Scope.allocation(text[0]),
                                Metric.DRIFT,
                                Comparison.ABOVE,
                                new BigDecimal(text[1]),
                                new BigDecimal(text[1])));
    }

    private static Breach breach(AccountRisk risk, Threshold threshold) {
        return new Breach(
                threshold, risk.reading(Metric.DRIFT, threshold.scope()).orElseThrow(), RULE);
    }

    private static String written(Rebalance rebalance) {
        return rebalance.trades().stream()
                .map(trade -> "%s %s %s"
                        .formatted(
                                trade.side(),
                                trade.holding().id(),
                                trade.quantity().toPlainString()))
                .collect(Collectors.joining("; "));
    }
}
