package io.plimsoll.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ranges, `*`, hit policies and dates, from the file to the decision.
class DatedTablesTest {

    private static final String COLUMNS = """
            table: calls
            description: When an account is called.
            hitPolicy: POLICY
            columns:
              - {name: segment, role: key, unit: text, values: [institutional, retail]}
              - {name: volatility_from, role: from, unit: percent, key: volatility}
              - {name: volatility_to, role: to, unit: percent, key: volatility}
              - {name: since, role: effective_from, unit: date}
              - {name: until, role: effective_until, unit: date}
              - {name: call, role: threshold, unit: percent, stricter: lower}
            """;

    private static final String RULES = Rules.thresholds("""
            import io.plimsoll.model.market.Signal
            rule "Call"
            when
                $account : Account($segment : segment)
                Signal(name == "volatility", $volatility : value)
                $row : ThresholdRow(table == "calls", segment == $segment, covers("volatility", $volatility))
            then
                thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE,
                    $row.number("call"), BigDecimal.ZERO);
            end
            """);

    private static final String UNIQUE = """
            segment,volatility_from,volatility_to,since,until,call
            retail,,50 %,,2026-07-01,80 %
            retail,,50 %,2026-07-01,2026-09-01T08:00:00Z,75 %
            retail,,50 %,2026-09-01T08:00:00Z,,70 %
            retail,50 %,,,,60 %
            institutional,,,,,90 %
            """;

    @ParameterizedTest
    @CsvSource({
        "1999-01-01T00:00:00Z, 0.8",
        "2026-06-30T23:59:59.999999999Z, 0.8",
        "2026-07-01T00:00:00Z, 0.75",
        "2026-07-01T00:00:00.000000001Z, 0.75",
        "2026-09-01T07:59:59Z, 0.75",
        "2026-09-01T08:00:00Z, 0.7",
        "2199-01-01T00:00:00Z, 0.7"
    })
    void aRowIsSeenOnlyWhileItIsInForce(Instant time, BigDecimal call) {
        try (RuleSetVersion version = version("unique", UNIQUE)) {
            assertThat(limits(version.evaluate(client("retail", "0.2", time)))).containsExactly(call);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.8", "0.499999999999999999, 0.8", "0.5, 0.6", "7, 0.6"})
    void aRangeHasItsLowerBoundAndNotItsUpperOne(String volatility, BigDecimal call) {
        try (RuleSetVersion version = version("unique", UNIQUE)) {
            assertThat(limits(version.evaluate(client("retail", volatility, Instant.parse("2026-01-01T00:00:00Z")))))
                    .containsExactly(call);
        }
    }

    @Test
    void underFirstRulesSeeTheWinnerAloneAndDecisionsShowTheRowAsWritten() {
        String rows = """
                segment,volatility_from,volatility_to,since,until,call
                retail,20 %,50 %,,,70 %
                *,,,,,90 %
                """;
        try (RuleSetVersion version = version("first", rows)) {
            Instant time = Instant.parse("2026-01-01T00:00:00Z");
            assertThat(limits(version.evaluate(client("retail", "0.2", time)))).containsExactly(new BigDecimal("0.7"));
            for (String volatility : List.of("0.19", "0.5", "-3")) {
                Decision decision = version.evaluate(client("retail", volatility, time));
                assertThat(limits(decision)).containsExactly(new BigDecimal("0.9"));
                assertThat(decision.thresholds().getFirst().setBy().rows())
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.getId()).isEqualTo("calls:*/..");
                            assertThat(row.getPlace().line()).isEqualTo(3);
                            assertThat(row.getCells())
                                    .containsEntry("segment", "*")
                                    .containsEntry("call", "90 %");
                        });
            }
            assertThat(limits(version.evaluate(client("institutional", "0.3", time))))
                    .containsExactly(new BigDecimal("0.9"));
        }
    }

    @Test
    void underStrictestEveryRowIsSeenAndTheMostConservativeHolds() {
        String rows = """
                segment,volatility_from,volatility_to,since,until,call
                *,,,,,90 %
                retail,20 %,,,,70 %
                *,40 %,,,,80 %
                """;
        try (RuleSetVersion version = version("strictest", rows)) {
            Instant time = Instant.parse("2026-01-01T00:00:00Z");
            ThresholdState state =
                    version.evaluate(client("retail", "0.4", time)).thresholds().getFirst();
            assertThat(state.threshold().limit()).isEqualByComparingTo("0.7");
            assertThat(state.overruled())
                    .extracting(overruled -> overruled.threshold().limit())
                    .containsExactly(new BigDecimal("0.8"), new BigDecimal("0.9"));
        }
    }

    @Test
    void manyThreadsSeeTheRowsOfTheirOwnTime() throws Exception {
        try (RuleSetVersion version = version("unique", UNIQUE);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> right = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                boolean early = i % 2 == 0;
                Instant time = Instant.parse(early ? "2026-06-30T00:00:00Z" : "2026-07-01T00:00:00Z");
                BigDecimal call = new BigDecimal(early ? "0.8" : "0.75");
                right.add(threads.submit(() ->
                        limits(version.evaluate(client("retail", "0.2", time))).equals(List.of(call))));
            }
            for (Future<Boolean> future : right) {
                assertThat(future.get()).isTrue();
            }
        }
    }

    @Test
    void aClosedVersionHasNoRowsOfAnyTime() {
        RuleSetVersion version = version("unique", UNIQUE);
        Snapshot used = client("retail", "0.2", Instant.parse("2026-06-30T00:00:00Z"));
        version.evaluate(used);
        version.close();

        for (Snapshot snapshot : List.of(used, client("retail", "0.2", Instant.parse("2026-08-01T00:00:00Z")))) {
            assertThatThrownBy(() -> version.evaluate(snapshot)).hasMessageContaining("closed");
        }
    }

    private static RuleSetVersion version(String policy, String rows) {
        RuleSetSource source = Sources.of(
                "ruleset.yaml",
                "name: calls\nowner: tests\ndescription: Calls.\nemits: [marginCall]\n",
                "tables/calls.table.yaml",
                COLUMNS.replace("POLICY", policy),
                "tables/calls.csv",
                rows,
                "thresholds/calls.drl",
                RULES);
        return RuleSetCheck.check(source);
    }

    private static Snapshot client(String segment, String volatility, Instant time) {
        Snapshot noon = Clients.of(segment, "100", "BTC-PERP 10");
        Account account = noon.account();
        return new Snapshot(
                time,
                account,
                noon.instruments(),
                noon.collateral(),
                noon.marks(),
                List.of(new Signal("volatility", "BTC-PERP", new BigDecimal(volatility), Clients.NOON)));
    }

    private static List<BigDecimal> limits(Decision decision) {
        return decision.thresholds().stream()
                .map(ThresholdState::threshold)
                .filter(threshold -> threshold.kind() == ThresholdKind.MARGIN_CALL)
                .map(Threshold::limit)
                .toList();
    }
}
