package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Limits that move on a straight line between two dates of their row, from the file to the decision.
class RampedThresholdsTest {

    private static final String COLUMNS = """
            table: calls
            description: When an account is called.
            hitPolicy: unique
            columns:
              - {name: segment, role: key, unit: text, values: [retail]}
              - {name: before, role: threshold, unit: percent, stricter: lower}
              - {name: call, role: threshold, unit: percent, stricter: lower}
              - {name: ramp_start, role: threshold, unit: date}
              - {name: ramp_end, role: threshold, unit: date}
            """;

    private static final String RULE = """
            rule "Call"
            when
                $account : Account($segment : segment)
                $row : ThresholdRow(table == "calls", segment == $segment)
            then
                thresholds.ramp(ThresholdKind.MARGIN_CALL, $account, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE,
                    $row.number("before"), $row.number("call"), BigDecimal.ZERO, $row.date("ramp_start"), $row.date("ramp_end"));
            end
            """;

    private static final String ROWS = """
            segment,before,call,ramp_start,ramp_end
            retail,80 %,50 %,2026-07-01,2026-07-04
            """;

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T23:59:59Z, 0.8",
        "2026-07-01T00:00:00Z, 0.8",
        "2026-07-02T00:00:00Z, 0.7",
        "2026-07-02T12:00:00Z, 0.65",
        // A second is 0.3 ÷ 259200: no decimal that ends, and a high ratio is dangerous, so the limit is rounded down.
        "2026-07-01T00:00:01Z, 0.799998842592592592",
        "2026-07-04T00:00:00Z, 0.5",
        "2026-12-01T00:00:00Z, 0.5"
    })
    void theLimitIsThatOfTheSnapshotsOwnMoment(Instant time, BigDecimal limit) {
        try (RuleSetVersion version = version(RULE, ROWS)) {
            ThresholdState state = version.evaluate(client(time)).thresholds().getFirst();

            assertThat(state.threshold().limit()).isEqualByComparingTo(limit);
            assertThat(state.setBy().rows().getFirst().getCells())
                    .containsEntry("before", "80 %")
                    .containsEntry("ramp_end", "2026-07-04");
        }
    }

    @Test
    void anAccountThatStandsStillIsCalledWhenTheLimitReachesIt() {
        try (RuleSetVersion version = version(RULE, ROWS)) {
            Decision before = version.evaluate(client(Instant.parse("2026-07-01T00:00:00Z")));
            BigDecimal ratio = before.thresholds().getFirst().observed().amount();

            assertThat(ratio).isBetween(new BigDecimal("0.5"), new BigDecimal("0.8"));
            assertThat(before.breaches()).isEmpty();
            assertThat(version.evaluate(client(Instant.parse("2026-07-04T00:00:00Z")))
                            .breaches())
                    .hasSize(1);
        }
    }

    @Test
    void datesInTheWrongOrderAreNoRamp() {
        try (RuleSetVersion version = version(RULE, ROWS.replace("2026-07-01", "2026-08-01"))) {
            assertThatThrownBy(() -> version.evaluate(client(Instant.parse("2026-07-01T00:00:00Z"))))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("must not be before the start");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$row.date(\"ramp_start\")|$row.date(\"call\")|lint.column|has no date column (call)",
                "$row.date(\"ramp_start\")|$row.number(\"call\")|lint.argument|must be of the type Instant",
                "$row.date(\"ramp_start\")|$row.text(\"ramp_start\")|lint.column|has no text column (ramp_start)",
                "$row.date(\"ramp_start\")|$row.date(ramp_start)|lint.column|must be a text in quotes"
            })
    void whatIsNoDateIsRefused(String date, String instead, String code, String words) {
        String rule = RULE.replace(date, instead);

        assertThatThrownBy(() -> version(rule, ROWS))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        refusal -> assertThat(refusal.diagnostics())
                                .filteredOn(diagnostic -> diagnostic.code().equals(code))
                                .extracting(Diagnostic::message)
                                .anySatisfy(message -> assertThat(message).contains(words)));
    }

    private static RuleSetVersion version(String rule, String rows) {
        return RuleSetCheck.check(Sources.of(
                "ruleset.yaml",
                "name: calls\nowner: tests\ndescription: Calls.\nemits: [marginCall]\n",
                "tables/calls.table.yaml",
                COLUMNS,
                "tables/calls.csv",
                rows,
                "thresholds/calls.drl",
                Rules.thresholds(rule)));
    }

    private static Snapshot client(Instant time) {
        Snapshot noon = Clients.of("retail", "100", "BTC-PERP 10");
        return new Snapshot(time, noon.account(), noon.instruments(), noon.collateral(), noon.marks(), noon.signals());
    }
}
