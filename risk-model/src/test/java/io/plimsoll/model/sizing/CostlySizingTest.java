package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.action.Action.ClosePosition;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Action.ReduceLeverage;
import io.plimsoll.model.action.LiquidationOutcome;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Sizes whose own costs count.
class CostlySizingTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/liquidations-with-costs.csv", delimiter = '|', numLinesToSkip = 1)
    void liquidationsPayForThemselves(
            String name,
            String balances,
            String positions,
            String fees,
            LiquidationOrder order,
            BigDecimal insuranceFee,
            BigDecimal clear,
            String orders,
            LiquidationOutcome outcome,
            BigDecimal paid,
            BigDecimal insured,
            BigDecimal shortfall,
            BigDecimal equityAfter,
            String after) {
        AccountRisk risk = AccountRisk.of(Costs.written(Snapshots.cross(balances, positions), fees));
        Liquidation liquidation = LiquidationSizing.size(
                risk,
                List.of(Costs.breach(risk, Costs.scope("A-1"), Metric.MARGIN_RATIO, clear)),
                new LiquidationPolicy(order, insuranceFee));

        assertThat(Costs.written(liquidation.orders())).isEqualTo(orders);
        assertThat(liquidation.outcome()).isEqualTo(outcome);
        assertThat(liquidation.fees()).isEqualByComparingTo(paid);
        assertThat(liquidation.insurance()).isEqualByComparingTo(insured);
        assertThat(liquidation.shortfall()).isEqualByComparingTo(shortfall);
        assertThat(liquidation.equityAfter()).isEqualByComparingTo(equityAfter);
        assertThat(liquidation.after()).isEqualByComparingTo(ratio(after));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sizing/reductions.csv", delimiter = '|', numLinesToSkip = 1)
    void reductionsGoToTheClearLevel(
            String name,
            MarginMode mode,
            String balances,
            String positions,
            String fees,
            String scope,
            Metric metric,
            BigDecimal clear,
            String orders,
            boolean full,
            String after) {
        AccountRisk risk = AccountRisk.of(Costs.written(Snapshots.of(mode, balances, positions, ""), fees));
        ReduceLeverage reduction = LeverageSizing.size(
                risk,
                List.of(Costs.breach(risk, Costs.scope(scope), metric, clear)),
                // What a reduction does not pay.
                new LiquidationPolicy(LiquidationOrder.MARGIN_RELEASED_PER_COST, new BigDecimal("0.5")));

        assertThat(Costs.written(reduction.orders())).isEqualTo(orders);
        assertThat(reduction.full()).isEqualTo(full);
        assertThat(reduction.after()).isEqualByComparingTo(ratio(after));
    }

    @Test
    void severalBreachesAreReducedTogetherAndPayForEachOther() {
        AccountRisk risk = AccountRisk.of(Costs.written(
                Snapshots.cross("1000", "FLAT 60 @ 100 -> 100; FREE -70 @ 100 -> 100"), "FREE 0.05; FLAT 0.01"));
        Breach ratio = Costs.breach(risk, Costs.scope("A-1"), Metric.MARGIN_RATIO, new BigDecimal("0.5"));
        Breach leverage = Costs.breach(risk, Costs.scope("A-1"), Metric.LEVERAGE, new BigDecimal("9"));
        Liquidation liquidation = LiquidationSizing.size(risk, List.of(ratio, leverage), LiquidationPolicy.STANDARD);

        // By hand: 600 - 10 a + 0.5 (a + 5 b) <= 500 and 13,000 - 100 (a + b) + 9 (a + 5 b) <= 9,000.
        int flat = 44;
        assertThat(Costs.written(liquidation.orders())).isEqualTo("SELL FLAT 44");
        assertThat(13_000 - 100 * flat + 9 * flat).isLessThanOrEqualTo(9_000);
        assertThat(13_000 - 100 * (flat - 1) + 9 * (flat - 1)).isGreaterThan(9_000);
        assertThat(liquidation.after()).isEqualByComparingTo(ratio("160/956"));
    }

    @Test
    void aClosedPositionIsClosedAsAWhole() {
        AccountRisk risk = AccountRisk.of(
                Costs.written(Snapshots.cross("500", "FLAT -5.5 @ 100 -> 120; FREE 1 @ 100 -> 100"), "FLAT 0.01"));
        ClosePosition close =
                LeverageSizing.close(risk, Costs.breach(risk, Costs.scope("FLAT"), Metric.NOTIONAL, BigDecimal.ONE));

        assertThat(Costs.written(List.of(close.closing().trade()))).isEqualTo("BUY FLAT 5.5");
        assertThat(close.closing().fee()).isEqualByComparingTo("6.6");
        assertThat(close.closing().bankruptcyPrice())
                .isEqualTo(PriceLevels.bankruptcyPrice(risk, risk.position("FLAT")));
    }

    @Test
    void theBankruptcyPriceIsWhereEquityIsGone() {
        AccountRisk risk = AccountRisk.of(Snapshots.cross("100", "FLAT 10 @ 100 -> 95; FREE -2 @ 100 -> 105"));
        Liquidation liquidation = LiquidationSizing.size(
                risk, Costs.breach(risk, Costs.scope("A-1"), Metric.MARGIN_RATIO, BigDecimal.ONE));

        // Equity is 40: 4 of each of 10 contracts.
        assertThat(liquidation.closings())
                .singleElement()
                .satisfies(closing -> assertThat(((PriceLevel.At) closing.bankruptcyPrice()).price())
                        .isEqualByComparingTo(ratio("91/1")));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARGIN_RATIO", "UNREALISED_PNL", "CONCENTRATION"})
    void onlyLeverageAndNotionalCanBeReduced(Metric metric) {
        AccountRisk risk = AccountRisk.of(Snapshots.cross("100", "FLAT 10 @ 100 -> 100"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeverageSizing.size(
                        risk,
                        List.of(Costs.breach(risk, Costs.scope("A-1"), metric, BigDecimal.ONE)),
                        LiquidationPolicy.STANDARD))
                .withMessageContaining(metric.name());
    }

    @Test
    void tooLittleNotionalIsNoReasonToReduceIt() {
        AccountRisk risk = AccountRisk.of(Snapshots.cross("100", "FLAT 10 @ 100 -> 100"));
        Threshold threshold = new Threshold(
                ThresholdKind.LEVERAGE,
                Costs.scope("A-1"),
                Metric.NOTIONAL,
                Comparison.BELOW,
                BigDecimal.TEN.pow(4),
                BigDecimal.TEN.pow(4));
        Breach breach = new Breach(
                threshold,
                risk.margin().exposure(),
                Costs.breach(risk, Costs.scope("A-1"), Metric.NOTIONAL, BigDecimal.ONE)
                        .setBy());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeverageSizing.size(risk, List.of(breach), LiquidationPolicy.STANDARD))
                .withMessageContaining("below");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeverageSizing.close(risk, breach))
                .withMessageContaining("A-1");
    }

    private static Ratio ratio(String written) {
        String[] terms = written.split("/", -1);
        return Ratio.of(new BigDecimal(terms[0]), new BigDecimal(terms[1]));
    }
}
