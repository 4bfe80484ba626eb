package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.decision.RuleFiring;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a decision says, and what it refuses to say.
class RuleSetVersionTest {

    private static RuleSetVersion standard;

    @BeforeAll
    static void compile() {
        standard = RuleSetCheck.check(Sources.withoutScenarios());
    }

    @AfterAll
    static void close() {
        standard.close();
    }

    @Test
    void anActionNamesTheRuleTheRowTheLimitAndWhatWasObserved() {
        Decision decision = standard.evaluate(Clients.cross("100", "BTC-PERP 80"));

        TriggeredAction call = onlyAction(decision);
        assertThat(decision.version()).isEqualTo(standard.digest());
        assertThat(call.chosenBy()).singleElement().satisfies(rule -> {
            assertThat(rule.rule()).isEqualTo("Call for margin");
            assertThat(rule.place()).hasToString("actions/margin.drl:10");
        });
        Breach breach = call.breaches().getFirst();
        assertThat(breach.observed()).isEqualByComparingTo(Ratio.of(new BigDecimal("0.8")));
        assertThat(breach.threshold().limit()).isEqualByComparingTo("0.8");
        assertThat(breach.setBy().rule()).isEqualTo("Cross account: margin");
        assertThat(breach.setBy().place()).hasToString("thresholds/margin.drl:16");
        ThresholdRow row = onlyRow(breach.setBy());
        assertThat(row.getId()).isEqualTo("margin:retail/major");
        assertThat(row.getPlace()).hasToString("tables/margin.csv:2");
        assertThat(row.getCells())
                .containsEntry("segment", "retail")
                .containsEntry("instrument_class", "major")
                .containsEntry("margin_call", "80 %")
                .containsEntry("liquidation", "100 %");
    }

    @Test
    void theStrictestOfTwoClassesHoldsAndTheOtherIsShown() {
        Decision decision = standard.evaluate(Clients.cross("1000", "ALT-PERP 1", "BTC-PERP 1"));

        ThresholdState call = threshold(decision, ThresholdKind.MARGIN_CALL, Metric.MARGIN_RATIO);
        assertThat(call.threshold().limit()).isEqualByComparingTo("0.7");
        assertThat(onlyRow(call.setBy()).getId()).isEqualTo("margin:retail/alt");
        assertThat(call.overruled()).singleElement().satisfies(overruled -> {
            assertThat(overruled.threshold().limit()).isEqualByComparingTo("0.8");
            assertThat(onlyRow(overruled.setBy()).getId()).isEqualTo("margin:retail/major");
        });
    }

    @Test
    void theMoreConservativeOfTwoRulesHoldsWhicheverFileItIsIn() {
        for (String file : List.of("thresholds/a.drl", "thresholds/z.drl")) {
            try (RuleSetVersion version = Rules.standardWith(file, Rules.thresholds("""
                    rule "House limit"
                    when
                        $account : Account()
                        $row : ThresholdRow(id == "rebalancing:retail")
                    then
                        thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.MARGIN_RATIO,
                            Comparison.AT_OR_ABOVE, $row.number("drift"), $row.number("drift_clear"));
                    end
                    """))) {
                Decision decision = version.evaluate(Clients.cross("100", "BTC-PERP 50"));

                ThresholdState call = threshold(decision, ThresholdKind.MARGIN_CALL, Metric.MARGIN_RATIO);
                assertThat(call.setBy().rule()).isEqualTo("House limit");
                assertThat(call.setBy().place().file()).isEqualTo(file);
                assertThat(onlyRow(call.setBy()).getId()).isEqualTo("rebalancing:retail");
                assertThat(call.overruled())
                        .singleElement()
                        .satisfies(overruled ->
                                assertThat(overruled.setBy().rule()).isEqualTo("Cross account: margin"));
                assertThat(onlyAction(decision).breaches()).hasSize(1);
            }
        }
    }

    @Test
    void thresholdsWithoutABreachFireNoActionRule() {
        Decision decision = standard.evaluate(Clients.cross("100", "BTC-PERP 79.99"));

        assertThat(decision.thresholds()).hasSize(3);
        assertThat(decision.breaches()).isEmpty();
        assertThat(decision.actions()).isEmpty();
        assertThat(decision.firings())
                .filteredOn(firing -> firing.place().file().startsWith("actions/"))
                .isNotEmpty()
                .extracting(RuleFiring::times)
                .containsOnly(0);
    }

    @Test
    void everyRuleIsCountedWithHowOftenItFired() {
        Decision decision = standard.evaluate(Clients.cross("100", "ALT-PERP 1", "BTC-PERP 79"));

        assertThat(decision.firings())
                .extracting(firing -> firing.rule() + " " + firing.times())
                .containsExactly(
                        "Sell collateral 0",
                        "Warn 0",
                        "Tell of concentration 0",
                        "Restrict trading 0",
                        "Restrict trading after losses 0",
                        "Reduce leverage 0",
                        "Take profit 0",
                        "Stop loss 0",
                        "Call for margin 1",
                        "Liquidate 0",
                        "Rebalance to the edge of the band 0",
                        "Cross account: minimum equity 1",
                        "Lending: health factor 0",
                        "Mandate: ladder 0",
                        "Mandate: ladder of an isolated position 0",
                        "Mandate: leverage and losses 0",
                        "Mandate: concentration 0",
                        "Mandate: exits 0",
                        "Cross account: margin 2",
                        "Isolated position: margin 0",
                        "Allocation drift 0");
    }

    /// 80 contracts against no equity at all: the ratio wants 80 / 0.7 back, the minimum equity only 20.
    @Test
    void severalCallsOfOneScopeBecomeOneWithTheLargestAmount() {
        try (RuleSetVersion version = Rules.standardWith("actions/margin.drl", Rules.actions("""
                rule "Call for everything"
                when
                    $breach : Breach()
                then
                    actions.marginCall($breach);
                end
                """))) {
            Decision decision = version.evaluate(Clients.cross("-20", "BTC-PERP 80"));

            TriggeredAction call = onlyAction(decision);
            // 80 / 0.7 + 20, rounded up at the eighth digit: what the liquidation's clear level wants is less.
            assertThat(((Action.MarginCall) call.action()).amount()).isEqualByComparingTo("134.28571429");
            assertThat(call.breaches())
                    .extracting(breach -> breach.kind() + " " + breach.metric())
                    .containsExactly("MARGIN_CALL MARGIN_RATIO", "MARGIN_CALL EQUITY", "LIQUIDATION MARGIN_RATIO");
            assertThat(call.chosenBy()).extracting(Provenance::rule).containsExactly("Call for everything");
        }
    }

    /// By the margin ratio 1 of 10 contracts must go; a leverage of at most 10 asks for 9.
    @Test
    void aLiquidationTakesOfEachPositionTheMostThatAnyBreachNeeds() {
        try (RuleSetVersion version = Rules.standardWith("thresholds/leverage.drl", Rules.thresholds("""
                rule "Leverage"
                when
                    $account : Account()
                    Position()
                then
                    thresholds.set(ThresholdKind.LIQUIDATION, $account, Metric.LEVERAGE,
                        Comparison.ABOVE, BigDecimal.TEN, BigDecimal.TEN);
                end
                """))) {
            TriggeredAction both = onlyAction(version.evaluate(Clients.cross("10", "BTC-PERP 10")));
            TriggeredAction one = onlyAction(standard.evaluate(Clients.cross("10", "BTC-PERP 10")));

            assertThat(closed(one)).isEqualByComparingTo("1");
            assertThat(closed(both)).isEqualByComparingTo("9");
            assertThat(both.breaches())
                    .extracting(Breach::metric)
                    .containsExactly(Metric.MARGIN_RATIO, Metric.LEVERAGE);
        }
    }

    @Test
    void isolatedPositionsAreJudgedEachByItself() {
        Decision decision = standard.evaluate(Clients.isolated("BTC-PERP 80 100", "ETH-PERP 79 100", "SOL-PERP 1 1"));

        assertThat(decision.actions())
                .extracting(action -> action.action().getClass().getSimpleName() + " "
                        + action.action().scope().id())
                .containsExactly("MarginCall BTC-PERP", "Liquidation SOL-PERP");
    }

    @Test
    void anAccountThatNoRowCoversIsRefusedByItsSegment() {
        assertThatThrownBy(() -> standard.evaluate(Clients.of("offshore", "100", "BTC-PERP 1")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("ACCOUNT client")
                .hasMessageContaining("(segment offshore)");
        assertThatThrownBy(() -> standard.evaluate(unclassified()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("(segment retail)");
    }

    @Test
    void anActionThatTheManifestDoesNotAllowIsRefused() {
        try (RuleSetVersion version =
                RuleSetCheck.check(Sources.edited(Sources.withoutScenarios(), "ruleset.yaml", "marginCall, ", ""))) {
            assertThatThrownBy(() -> version.evaluate(Clients.cross("100", "BTC-PERP 80")))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("marginCall")
                    .hasMessageContaining(
                            "[alert, closePosition, collateralLiquidation, liquidation, rebalance, reduceLeverage, restrictTrading]");
            assertThat(version.evaluate(Clients.cross("100", "BTC-PERP 100")).actions())
                    .hasSize(1);
        }
    }

    private static Snapshot unclassified() {
        Snapshot known = Clients.cross("100", "BTC-PERP 1");
        var instrument = known.instruments().getFirst();
        return Clients.with(
                known,
                List.of(new Instrument(
                        instrument.id(),
                        instrument.type(),
                        "meme",
                        instrument.currency(),
                        instrument.multiplier(),
                        instrument.lotSize(),
                        instrument.schedule())),
                known.marks());
    }

    private static TriggeredAction onlyAction(Decision decision) {
        assertThat(decision.actions()).hasSize(1);
        return decision.actions().getFirst();
    }

    private static ThresholdRow onlyRow(Provenance provenance) {
        assertThat(provenance.rows()).hasSize(1);
        return provenance.rows().getFirst();
    }

    private static ThresholdState threshold(Decision decision, ThresholdKind kind, Metric metric) {
        return decision.thresholds().stream()
                .filter(state ->
                        state.threshold().kind() == kind && state.threshold().metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal closed(TriggeredAction action) {
        return ((Action.Liquidation) action.action()).orders().getFirst().quantity();
    }
}
