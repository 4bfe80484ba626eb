package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every action, from the rule that asks for it to the sentence that is written.
class ActionsTest {

    private static final String THRESHOLDS = Rules.thresholds("""
            rule "Notional"
            when
                $position : Position()
            then
                thresholds.set(ThresholdKind.LEVERAGE, $position, Metric.NOTIONAL, Comparison.ABOVE,
                    BigDecimal.TEN, BigDecimal.TEN);
            end
            rule "Equity"
            when
                $account : Account(cross == true)
            then
                thresholds.set(ThresholdKind.EQUITY, $account, Metric.EQUITY, Comparison.BELOW,
                    BigDecimal.TEN, BigDecimal.TEN);
            end
            rule "Health"
            when
                $account : Account(cross == true)
            then
                thresholds.set(ThresholdKind.COLLATERAL_LIQUIDATION, $account, Metric.HEALTH_FACTOR, Comparison.BELOW,
                    BigDecimal.ONE, BigDecimal.ONE);
            end
            """);

    private static final String MANIFEST = """
            name: actions
            owner: risk-desk
            description: One rule for each action.
            emits: [marginCall, liquidation, collateralLiquidation, reduceLeverage, closePosition, restrictTrading, rebalance, alert]
            """;

    @ParameterizedTest(name = "{0} about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            alert($breach)                              | EQUITY                 | alert                 | Look at account client: the equity of account client (-5) is below 10.
            restrictTrading($breach)                    | EQUITY                 | restrictTrading       | Let account client be reduced only: the equity of account client (-5) is below 10.
            closePosition($breach)                      | LEVERAGE               | closePosition         | Close position BTC-PERP (sell 2 BTC-PERP): the notional of position BTC-PERP (200) is above 10.
            reduceLeverage($breach)                     | LEVERAGE               | reduceLeverage        | Reduce position BTC-PERP (sell 1.9 BTC-PERP): the notional of position BTC-PERP (200) is above 10.
            marginCall($breach)                         | EQUITY                 | marginCall            | Call account client for 15 USDT: the equity of account client (-5) is below 10.
            marginCall($breach, BigDecimal.TEN)         | EQUITY                 | marginCall            | Call account client for 15 USDT by 2026-01-05T22:00:00Z: the equity of account client (-5) is below 10.
            liquidateCollateral($breach)                | COLLATERAL_LIQUIDATION | collateralLiquidation | Repay debts of account client out of its collateral (there is nothing to sell): the health factor of account client (0) is below 1. Even then 5 USDT are owed, with nothing left to sell.
            """)
    void isAskedForAndSaid(String call, String kind, String type, String summary) {
        try (RuleSetVersion version = version(call, kind)) {
            ObjectNode decision = DecisionWriter.tree(version.evaluate(Clients.cross("-5", "BTC-PERP 2")), false);

            assertThat(decision.path("actions")).singleElement().satisfies(action -> {
                assertThat(action.path("type").asText()).isEqualTo(type);
                assertThat(action.path("summary").asText()).isEqualTo(summary);
            });
        }
    }

    @ParameterizedTest(name = "{0} about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            closePosition($breach)       | EQUITY   | Only a position can be closed
            reduceLeverage($breach)      | EQUITY   | EQUITY below 10
            liquidate($breach)           | EQUITY   | EQUITY
            liquidateCollateral($breach) | LEVERAGE | NOTIONAL above 10
            """)
    void isRefusedWhereItCantAct(String call, String kind, String words) {
        try (RuleSetVersion version = version(call, kind)) {
            assertThatThrownBy(() -> version.evaluate(Clients.cross("-5", "BTC-PERP 2")))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining(words);
        }
    }

    @Test
    void theOrderOfChoiceIsTheRuleSets() {
        assertThat(liquidated("LARGEST_FIRST")).containsExactly("ALT-PERP");
        assertThat(liquidated("PRO_RATA")).containsExactly("ALT-PERP", "BTC-PERP");
    }

    private static List<String> liquidated(String order) {
        RuleSetSource standard = Sources.withoutScenarios();
        String manifest = Sources.text(standard, "ruleset.yaml") + "\nliquidation: {order: %s}\n".formatted(order);
        try (RuleSetVersion version = RuleSetCheck.check(Sources.with(standard, "ruleset.yaml", manifest))) {
            List<String> instruments = new ArrayList<>();
            DecisionWriter.tree(version.evaluate(Clients.cross("100", "BTC-PERP 50", "ALT-PERP 80")), false)
                    .at("/actions/0/orders")
                    .forEach(trade -> instruments.add(trade.path("instrument").asText()));
            return instruments;
        }
    }

    private static RuleSetVersion version(String call, String kind) {
        String action =
                Rules.actions("""
                rule "Act"
                when
                    $breach : Breach(kind == ThresholdKind.%s)
                then
                    actions.%s;
                end
                """.formatted(kind, call)).replace("global", "import java.math.BigDecimal\nglobal");
        return RuleSetCheck.check(
                Sources.of("ruleset.yaml", MANIFEST, "thresholds/t.drl", THRESHOLDS, "actions/a.drl", action));
    }
}
