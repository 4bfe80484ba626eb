package io.plimsoll.rules.document.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.margin.Profit;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The numbers of `docs/concepts/metrics.md` are what the model computes of the accounts in it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConceptPagesTest {

    private static final Pattern ACCOUNT = Pattern.compile("```json (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern READING =
            Pattern.compile("## ([A-Z_]+)\n|> (\\w+), (ACCOUNT|POSITION|ALLOCATION) ([\\w-]+): `([^`]+)`");
    private static final Pattern PRICE = Pattern.compile("> (\\w+), ([a-z-]+) price of ([\\w-]+): `([^`]+)`");

    private final String page;
    private final Map<String, AccountRisk> accounts;

    ConceptPagesTest() throws IOException {
        page = Files.readString(Path.of("..", "docs", "concepts", "metrics.md"));
        accounts = ACCOUNT.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1),
                        match -> AccountRisk.of(
                                SnapshotReader.read(match.group(2).getBytes(UTF_8)))));
    }

    @ParameterizedTest(name = "{0} of {2}")
    @MethodSource("readings")
    void aMetricReads(Metric metric, String account, Scope scope, String number) {
        assertThat(shown(accounts.get(account).reading(metric, scope).orElseThrow()))
                .isEqualTo(number);
    }

    @ParameterizedTest(name = "{1} price of {2}")
    @MethodSource("prices")
    void aPriceIs(String account, String kind, String instrument, String number) {
        AccountRisk risk = accounts.get(account);
        PositionRisk position = risk.position(instrument);
        PriceLevel level = switch (kind) {
            case "liquidation" -> PriceLevels.liquidationPrice(risk, position);
            case "bankruptcy" -> PriceLevels.bankruptcyPrice(risk, position);
            case "break-even" -> Profit.breakEven(position);
            default -> throw new IllegalArgumentException(kind);
        };

        assertThat(shown(level.level().orElseThrow())).isEqualTo(number);
    }

    @Test
    void everyMetricIsExplained() {
        List<Metric> explained = readings()
                .map(arguments -> (Metric) arguments.get()[0])
                .distinct()
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(Arrays.asList(Metric.values()));
        assertThat(prices()).hasSize(3);
    }

    Stream<Arguments> readings() {
        String[] heading = {""};
        return READING
                .matcher(page)
                .results()
                .filter(match -> {
                    if (match.group(1) != null) {
                        heading[0] = match.group(1);
                    }
                    return match.group(1) == null;
                })
                .map(match -> Arguments.of(
                        Metric.valueOf(heading[0]),
                        match.group(2),
                        new Scope(ScopeType.valueOf(match.group(3)), match.group(4)),
                        match.group(5)))
                .toList()
                .stream();
    }

    Stream<Arguments> prices() {
        return PRICE.matcher(page).results().map(ConceptPagesTest::price);
    }

    private static Arguments price(MatchResult match) {
        return Arguments.of(match.group(1), match.group(2), match.group(3), match.group(4));
    }

    private static String shown(Ratio number) {
        return Decimals.canonical(number.rounded(6, RoundingMode.HALF_EVEN)).toPlainString();
    }
}
