package io.plimsoll.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.check.ScenarioReport;
import io.plimsoll.rules.coverage.Coverage.Reach;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoverageTest {

    private static final String GATES = "gates: {rules: 75 %, rows: 75 %, boundaries: 90 %}";

    @Test
    void theScenariosThatShipReachEveryRuleRowAndLimit() {
        Coverage coverage = RuleSetCheck.scenarios(Sources.standard()).coverage();

        assertThat(missed(coverage)).isEmpty();
        assertThat(coverage.rules()).hasSize(21);
        assertThat(coverage.boundaries()).hasSizeGreaterThan(15);
    }

    @Test
    void aRowThatNoScenarioJoinsIsNamed() {
        ScenarioReport report = RuleSetCheck.scenarios(withOneMoreRow(Sources.standard()));

        assertThat(report.results()).allMatch(ScenarioReport.Result::hasPassed);
        assertThat(missed(report.coverage())).containsExactly("margin:retail/meme");
    }

    @Test
    void aRuleThatNeverFiresIsNamed() {
        String idle = """

                rule "Idle"
                when
                    $account : Account(segment == "nobody", cross == true)
                    $row : ThresholdRow(table == "equity", segment == "retail")
                then
                    thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.EQUITY, Comparison.BELOW,
                        $row.number("minimum_equity"), $row.number("minimum_equity_clear"));
                end
                """;
        RuleSetSource source = Sources.with(
                Sources.standard(),
                "thresholds/equity.drl",
                Sources.text(Sources.standard(), "thresholds/equity.drl") + idle);

        assertThat(missed(RuleSetCheck.scenarios(source).coverage())).containsExactly("Idle");
    }

    @Test
    void aLimitThatIsMetFromOneSideOnlyIsNotCovered() {
        String drift = Sources.text(Sources.standard(), "scenarios/rebalancing.yaml");
        RuleSetSource source = Sources.with(
                Sources.standard(), "scenarios/rebalancing.yaml", drift.substring(0, drift.indexOf("  - name")) + """
                          - name: on the line
                            given: {account: {targets: [{asset: BTC, weight: "0.3"}]}}
                            at: {exactly: REBALANCING, scope: BTC}
                            expect: {account: client}
                        """);

        assertThat(RuleSetCheck.scenarios(source).coverage().boundaries())
                .filteredOn(boundary -> boundary.source().startsWith("rebalancing:retail") && boundary.exactly() > 0)
                .singleElement()
                .satisfies(boundary -> assertThat(boundary.isCovered()).isFalse());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rows: 100 %               | 11:15 | The scenarios reach 21 of 22 rows, but 100 % are demanded; not reached: margin:retail/meme.
            rules: 75 %, rows: 96 %   | 11:28 | The scenarios reach 21 of 22 rows, but 96 % are demanded; not reached: margin:retail/meme.
            """)
    void aGateThatIsNotMetRefusesTheRuleSetAtItsLine(String gates, String place, String words) {
        RuleSetSource source = withOneMoreRow(gated("{%s}".formatted(gates)));

        assertThatThrownBy(() -> RuleSetCheck.check(source))
                .hasMessageStartingWith("ruleset.yaml:" + place)
                .hasMessageContaining(words);
    }

    @Test
    void aGateThatIsMetLetsTheRuleSetPass() {
        RuleSetSource source = withOneMoreRow(gated("{rows: 92 %}"));

        try (var version = RuleSetCheck.check(source)) {
            assertThat(version.manifest().gates()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {rows: 101 %}       | manifest.gate    | (101 %)
            {rows: -1 %}        | manifest.gate    | (-1 %)
            {rows: 1}           | manifest.gate    | (1)
            {rows: 1e99999999 %} | manifest.gate   | (1e99999999 %)
            {rows: all}         | manifest.gate    | (all)
            {columns: 10 %}     | yaml.unknown-key | (columns)
            all                 | yaml.shape       | (gates)
            """)
    void aGateThatCannotBeReadIsRefused(String gates, String code, String words) {
        assertThatThrownBy(() -> RuleSetCheck.check(gated(gates)))
                .hasMessageContaining("[%s]".formatted(code))
                .hasMessageContaining(words);
    }

    private static RuleSetSource gated(String gates) {
        return Sources.edited(Sources.standard(), "ruleset.yaml", GATES, "gates: " + gates);
    }

    /// Of an instrument class that no scenario has.
    private static RuleSetSource withOneMoreRow(RuleSetSource source) {
        return Sources.edited(
                source, "tables/margin.csv", "retail,alt,", "retail,meme,40 %,50 %,60 %,90 %\nretail,alt,");
    }

    private static List<String> missed(Coverage coverage) {
        return Stream.of(coverage.rules(), coverage.rows(), coverage.boundaries())
                .flatMap(List::stream)
                .map(Reach.class::cast)
                .filter(reach -> !reach.isCovered())
                .map(Reach::name)
                .toList();
    }
}
