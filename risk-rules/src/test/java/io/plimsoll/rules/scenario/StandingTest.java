package io.plimsoll.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.ScenarioReport;
import io.plimsoll.rules.evaluation.Clients;
import io.plimsoll.rules.scenario.Standing.Side;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scenarios that put their account on a line: `at`.
final class StandingTest {

    private static final List<Side> SIDES = List.of(Side.SHORT, Side.EXACTLY, Side.BEYOND);
    private static final List<Metric> METRICS = List.of(
            Metric.MARGIN_RATIO,
            Metric.LEVERAGE,
            Metric.EQUITY,
            Metric.FREE_COLLATERAL,
            Metric.UNREALISED_PNL,
            Metric.NOTIONAL);

    /// One that any of these accounts can come to stand at.
    private static Threshold threshold(Metric metric, Scope scope, String limit) {
        boolean high = metric == Metric.MARGIN_RATIO
                || metric == Metric.LEVERAGE
                || metric == Metric.NOTIONAL
                || metric == Metric.DRIFT;
        return new Threshold(
                ThresholdKind.MARGIN_CALL,
                scope,
                metric,
                high ? Comparison.AT_OR_ABOVE : Comparison.BELOW,
                new BigDecimal(limit),
                new BigDecimal(high ? "0" : limit));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            MARGIN_RATIO    | 0.8
            MARGIN_RATIO    | 0.7
            MARGIN_RATIO    | 0.97
            MARGIN_RATIO    | 1.25
            LEVERAGE        | 20
            LEVERAGE        | 3
            EQUITY          | 0
            EQUITY          | 250.5
            EQUITY          | -10
            FREE_COLLATERAL | 0
            FREE_COLLATERAL | 1000
            UNREALISED_PNL  | -500
            NOTIONAL        | 1212345.67
            """)
    void anAccountIsPutExactlyOnALineAndAStepToEitherSide(Metric metric, String limit) {
        Snapshot client = Clients.cross("100000", "BTC 1500", "ALT -200");
        Threshold line = threshold(metric, Scope.account(client.account().id()), limit);

        assertThat(IntStream.of(
                        order(line, client, Side.SHORT),
                        order(line, client, Side.EXACTLY),
                        order(line, client, Side.BEYOND)))
                .containsExactly(-1, 0, 1);
    }

    /// Whatever the account: it stands where it is put, or it is said that it can't.
    @Test
    void everyGeneratedAccountStandsWhereItIsPut() {
        SplittableRandom random = new SplittableRandom(20261123);
        int placed = 0;
        for (int i = 0; i < 2_000; i++) {
            boolean cross = random.nextBoolean();
            Snapshot client = client(random, cross);
            Account account = client.account();
            Metric metric = METRICS.get(random.nextInt(METRICS.size()));
            Scope scope = cross ? Scope.account(account.id()) : Scope.position("BTC");
            Threshold line = threshold(
                    metric,
                    scope,
                    BigDecimal.valueOf(1 + random.nextInt(400), 2).toPlainString());
            Side side = SIDES.get(random.nextInt(SIDES.size()));
            try {
                assertThat(order(line, client, side))
                        .as("%s of %s at %s", metric, client, line.limit())
                        .isEqualTo(SIDES.indexOf(side) - 1);
                placed++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining(metric.name());
            }
        }
        assertThat(placed).isGreaterThan(1_700);
    }

    private static Snapshot client(SplittableRandom random, boolean cross) {
        List<String> positions = new ArrayList<>();
        String margin = cross ? "" : " " + (100 + random.nextInt(10_000));
        positions.add("BTC %s%s".formatted(quantity(random), margin));
        if (random.nextBoolean()) {
            positions.add("ALT %s%s".formatted(quantity(random), margin));
        }
        String[] texts = positions.toArray(String[]::new);
        return cross ? Clients.cross(String.valueOf(random.nextInt(1_000_000)), texts) : Clients.isolated(texts);
    }

    private static String quantity(SplittableRandom random) {
        BigDecimal lots = BigDecimal.valueOf(1 + random.nextInt(5_000), 3);
        return (random.nextBoolean() ? lots : lots.negate()).toPlainString();
    }

    /// -1 on the safe side of the line, 0 on it, 1 on the dangerous side.
    private static int order(Threshold line, Snapshot client, Side side) {
        Snapshot placed = new LinePlacement(line).place(client, side);
        return line.distancePast(AccountRisk.of(placed)
                        .reading(line.metric(), line.scope())
                        .orElseThrow())
                .signum();
    }

    @Test
    void aScenarioIsDecidedWhereItsAccountWasPut() {
        ScenarioReport report = RuleSetCheck.scenarios(withScenarios("""
                scenarios:
                  - name: short of it
                    like: retail major, exactly at the margin call
                    at: {shortOf: MARGIN_CALL, metric: MARGIN_RATIO}
                    expect: {actions: []}
                  - name: on it
                    like: retail major, exactly at the margin call
                    at: {exactly: MARGIN_CALL, metric: MARGIN_RATIO}
                    expect: {actions: [{type: marginCall}]}
                  - name: beyond the other
                    like: retail major, exactly at the margin call
                    at: {beyond: LIQUIDATION}
                    expect: {actions: [{type: liquidation}]}
                """));

        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {exactly: MARGIN_CALL}                              | 2 lines (MARGIN_CALL) are drawn for this account. Maybe name metric and scope
            {exactly: REBALANCING}                              | 0 lines (REBALANCING) are drawn for this account.
            {exactly: MARGIN_CALL, scope: nobody}               | 0 lines (MARGIN_CALL)
            """)
    void aLineThatIsNotDrawnFailsTheScenario(String at, String words) {
        RuleSetSource source = withScenarios(
                "scenarios:\n  - {name: a, like: 'retail major, exactly at the margin call', at: %s, expect: {account: c}}"
                        .formatted(at));

        assertThatThrownBy(() -> RuleSetCheck.check(source))
                .hasMessageContaining("scenarios/z.yaml:2")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at: MARGIN_CALL                             | yaml.shape       | (at)
            at: {}                                      | scenario.at      | 0 sides ()
            at: {exactly: LIQUIDATION, beyond: X}       | scenario.at      | 2 sides (exactly, beyond)
            at: {exactly: MARGINCALL}                   | scenario.at      | (MARGINCALL)
            at: {exactly: MARGIN_CALL, metric: RATIO}   | scenario.at      | (RATIO)
            at: {at: MARGIN_CALL}                       | yaml.unknown-key | (at)
            like: nobody                                | scenario.like    | (nobody)
            """)
    void whatCannotBeReadIsRefusedAtItsLine(String written, String code, String words) {
        assertThatThrownBy(() -> RuleSetCheck.check(
                        withScenarios("scenarios:\n  - {name: a, %s, expect: {account: c}}".formatted(written))))
                .hasMessageContaining("scenarios/z.yaml:2")
                .hasMessageContaining("[%s]".formatted(code))
                .hasMessageContaining(words);
    }

    @Test
    void whatIsMissingIsWrittenAndPassesWhateverTheNumbersAre() {
        String cross = Sources.text(Sources.standard(), "scenarios/margin-cross.yaml");
        RuleSetSource one = Sources.with(
                Sources.withoutScenarios(),
                "ruleset.yaml",
                Sources.text(Sources.withoutScenarios(), "ruleset.yaml") + "scenarios:\n  - scenarios/a.yaml\n",
                "scenarios/a.yaml",
                cross.substring(0, cross.indexOf("  - name: retail major, one cent beyond the margin call")));

        String written = RuleSetCheck.missingScenarios(one);
        RuleSetSource completed = listed(Sources.with(one, "scenarios/z.yaml", written));

        assertThat(written).contains("at: {beyond: MARGIN_CALL, metric: MARGIN_RATIO");
        assertThat(RuleSetCheck.missingScenarios(completed)).doesNotContain("- name");
        RuleSetSource edited =
                Sources.edited(completed, "tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,75 %");
        assertThat(RuleSetCheck.scenarios(edited).results()).allMatch(ScenarioReport.Result::hasPassed);
    }

    private static RuleSetSource withScenarios(String text) {
        return listed(Sources.with(Sources.standard(), "scenarios/z.yaml", text));
    }

    private static RuleSetSource listed(RuleSetSource source) {
        String manifest = Sources.text(source, "ruleset.yaml");
        // Greedy: behind the last of the list, so that it may be like those before it.
        String edited = manifest.replaceFirst("(?s)(.*\n  - scenarios/[^\n]+\n)", "$1  - scenarios/z.yaml\n");
        return Sources.with(source, "ruleset.yaml", edited);
    }
}
