package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions that combine everything with everything are stopped on the account where they do so, and
/// nowhere else.
class UnboundedJoinsTest {

    private static final Snapshot CROSS = Clients.cross("100", "BTC-PERP 80");
    private static final Snapshot ISOLATED = Clients.isolated("BTC-PERP 80 100");

    private static final WorkLimits HUNDRED_THOUSAND_STEPS =
            new WorkLimits(100_000, Duration.ofMinutes(1), Duration.ofMinutes(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThresholdRow() ThresholdRow() ThresholdRow()",
                "ThresholdRow($a : segment) ThresholdRow(segment != $a) ThresholdRow(segment != $a)",
                "ThresholdRow($a : segment) ThresholdRow(segment > $a, $b : segment) ThresholdRow(segment > $b)",
                "$a : ThresholdRow() $b : ThresholdRow() not ThresholdRow(segment == \"nobody\", this != $a, this != $b)",
                "ThresholdRow($a : segment) exists (ThresholdRow(segment != $a) and ThresholdRow(segment != $a))",
                "ThresholdRow() not (ThresholdRow() and ThresholdRow(segment == \"nobody\") and ThresholdRow())"
                        + " ThresholdRow() ThresholdRow()",
                "accumulate(ThresholdRow() and ThresholdRow() and ThresholdRow(); $n : count(); $n > 0)",
                "$a : ThresholdRow() accumulate(ThresholdRow($s : segment) and ThresholdRow(segment != $s);"
                        + " $n : count(); $n > 0)"
            })
    void areStoppedOnTheAccountThatTheyMeet(String conditions) {
        String rule = """
                rule "Everything with everything"
                when
                    $account : Account(cross == false)
                    %s
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.NOTIONAL,
                        Comparison.AT_OR_ABOVE, BigDecimal.ONE, BigDecimal.ONE);
                end
                """.formatted(conditions);
        try (RuleSetVersion version =
                RuleSetCheck.check(longTableWith(rule), Optional.empty(), HUNDRED_THOUSAND_STEPS)) {
            for (int i = 0; i < 2; i++) {
                EvaluationException failure =
                        catchThrowableOfType(EvaluationException.class, () -> version.evaluate(ISOLATED));
                assertThat(failure).hasMessageContainingAll("Everything with everything", "100,000 pairs", "Maybe");
                assertThat(failure.place())
                        .hasValueSatisfying(place -> assertThat(place).hasToString("thresholds/extra.drl:13"));
                assertThat(version.evaluate(CROSS).actions()).hasSize(1);
            }
        }
    }

    @Test
    void areStoppedWhenTheyAreSlow() {
        WorkLimits oneMillisecond = new WorkLimits(Integer.MAX_VALUE, Duration.ofMillis(1), Duration.ofMinutes(1));
        RuleSetSource source = longTableWith("""
                rule "Slow"
                when
                    $account : Account(cross == false)
                    accumulate(ThresholdRow() and ThresholdRow() and ThresholdRow(); $n : count())
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.NOTIONAL,
                        Comparison.AT_OR_ABOVE, BigDecimal.ONE, BigDecimal.ONE);
                end
                """);
        try (RuleSetVersion version = RuleSetCheck.check(source, Optional.empty(), oneMillisecond)) {
            EvaluationException failure =
                    catchThrowableOfType(EvaluationException.class, () -> version.evaluate(ISOLATED));
            assertThat(failure).hasMessageContainingAll("Slow", "1 ms", "Maybe");
            assertThat(version.evaluate(CROSS).actions()).hasSize(1);
        }
    }

    /// A join by equality looks only at what is equal, however long the table is.
    @Test
    void areNotTakenForJoinsByEquality() {
        try (RuleSetVersion version = RuleSetCheck.check(longTableWith("""
                rule "Joined"
                when
                    $account : Account(cross == false)
                    ThresholdRow($s : segment)
                    ThresholdRow(segment == $s, $c : instrumentClass)
                    ThresholdRow(segment == $s, instrumentClass == $c)
                    Account(segment == $s)
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.NOTIONAL,
                        Comparison.AT_OR_ABOVE, BigDecimal.TEN, BigDecimal.ONE);
                end
                """))) {
            assertThat(version.evaluate(ISOLATED).thresholds())
                    .anyMatch(state -> state.threshold().metric() == Metric.NOTIONAL);
        }
    }

    /// A table of a thousand segments, which its column file does not list.
    private static RuleSetSource longTableWith(String rule) {
        String rows = IntStream.range(0, 1_000)
                .mapToObj("segment-%d,major,70 %%,80 %%,90 %%,100 %%%n"::formatted)
                .collect(Collectors.joining());
        RuleSetSource standard = Sources.edited(Sources.withoutScenarios(), "tables/margin.table.yaml", """
                    values: [institutional, managed, professional, retail]
                    riskier: [institutional, managed, professional, retail]
                """, "");
        return Sources.with(
                standard,
                "tables/margin.csv",
                Sources.text(standard, "tables/margin.csv") + rows,
                "thresholds/extra.drl",
                Rules.thresholds(rule));
    }
}
