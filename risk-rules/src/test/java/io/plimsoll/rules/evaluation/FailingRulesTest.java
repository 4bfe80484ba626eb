package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.Sources;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A rule that fails on one account says so, decides nothing, and leaves the next account alone.
class FailingRulesTest {

    private static final Snapshot HEALTHY = Clients.cross("100", "BTC-PERP 80");
    private static final Snapshot ISOLATED = Clients.isolated("BTC-PERP 80 100");

    /// A busy machine can take longer than the default for as many firings as are allowed.
    private static final WorkLimits PATIENT =
            new WorkLimits(WorkLimits.DEFAULT.joinSteps(), Duration.ofMinutes(1), Duration.ofMinutes(1));

    @Test
    void aMetricThatTheAccountDoesNotHave() {
        assertFailsOnlyOn(ISOLATED, "FREE_COLLATERAL is not defined for the ISOLATED account client", """
                rule "Free collateral"
                when
                    $account : Account()
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.FREE_COLLATERAL,
                        Comparison.BELOW, BigDecimal.ZERO, BigDecimal.ZERO);
                end
                """);
    }

    @Test
    void aClearLevelThatWouldNeverBeReached() {
        assertFailsOnlyOn(ISOLATED, "must be on the safe side of the limit", """
                rule "Free collateral"
                when
                    Account(cross == false)
                    $position : Position()
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $position, Metric.NOTIONAL,
                        Comparison.AT_OR_ABOVE, BigDecimal.ONE, BigDecimal.ONE);
                end
                """);
    }

    /// A cross-margined position has no margin of its own: only the position can tell.
    @Test
    void aMarginThatIsNotThereInAConsequence() {
        assertFailsOnlyOn(HEALTHY, "is null", ISOLATED, """
                rule "Free collateral"
                when
                    $position : Position()
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $position, Metric.NOTIONAL, Comparison.BELOW,
                        $position.isolatedMargin().negate().min(BigDecimal.ZERO), BigDecimal.ZERO);
                end
                """);
    }

    @Test
    void aMarginThatIsNotThereInAJoin() {
        assertFailsOnlyOn(HEALTHY, "is null", ISOLATED, """
                rule "Free collateral"
                when
                    Account($id : id)
                    $position : Position(isolatedMargin().negate() > 0B || instrument == $id)
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $position, Metric.NOTIONAL,
                        Comparison.BELOW, BigDecimal.ZERO, BigDecimal.ZERO);
                end
                """);
    }

    @Test
    void aMarginThatIsNotThereInAPattern() {
        assertFailsOnlyOn(HEALTHY, "is null", ISOLATED, """
                rule "Free collateral"
                when
                    $position : Position(isolatedMargin().negate() > 0B)
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $position, Metric.NOTIONAL,
                        Comparison.BELOW, BigDecimal.ZERO, BigDecimal.ZERO);
                end
                """);
    }

    @Test
    void rulesThatFireWithoutEnd() {
        String[] positions =
                IntStream.range(0, 14).mapToObj(i -> "P-" + i + " 1").toArray(String[]::new);
        assertFailsOnlyOn(Clients.cross("100", positions), "and were stopped. Maybe a join is missing.", """
                rule "Free collateral"
                when
                    $account : Account()
                    Position()
                    Position()
                    Position()
                    Position()
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.NOTIONAL,
                        Comparison.BELOW, BigDecimal.ZERO, BigDecimal.ZERO);
                end
                """);
    }

    @Test
    void anActionThatDoesNotActOnWhatIsInBreach() {
        try (RuleSetVersion version = Rules.standardWith("actions/margin.drl", Rules.actions("""
                rule "Liquidate whatever it is"
                when
                    $breach : Breach()
                then
                    actions.liquidate($breach);
                end
                """))) {
            assertThat(failure(version, Clients.cross("-1")))
                    .hasMessageContaining("An action could not be sized")
                    .hasMessageContaining("EQUITY");
            assertThat(version.evaluate(HEALTHY).actions()).hasSize(1);
        }
    }

    private static void assertFailsOnlyOn(Snapshot snapshot, String words, String rule) {
        assertFailsOnlyOn(snapshot, words, HEALTHY, rule);
    }

    private static void assertFailsOnlyOn(Snapshot snapshot, String words, Snapshot other, String rule) {
        try (RuleSetVersion version = version(rule)) {
            byte[] before = DecisionWriter.write(version.evaluate(other), true);

            EvaluationException failure = failure(version, snapshot);

            assertThat(failure)
                    .hasMessageContaining("The rule \"Free collateral\"")
                    .hasMessageContaining(words);
            assertThat(failure.place())
                    .hasValueSatisfying(place -> assertThat(place).hasToString("thresholds/extra.drl:13"));
            assertThat(DecisionWriter.write(version.evaluate(other), true)).isEqualTo(before);
        }
    }

    private static RuleSetVersion version(String rule) {
        return RuleSetCheck.check(
                Sources.with(Sources.withoutScenarios(), "thresholds/extra.drl", Rules.thresholds(rule)),
                Optional.empty(),
                PATIENT);
    }

    private static EvaluationException failure(RuleSetVersion version, Snapshot snapshot) {
        return catchThrowableOfType(EvaluationException.class, () -> version.evaluate(snapshot));
    }
}
