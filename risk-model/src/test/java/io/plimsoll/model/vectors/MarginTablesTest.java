package io.plimsoll.model.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.vectors.Venue.Held;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The figures that the project carries itself, each with its source: prices, tiers, leverages and the order
/// of risk.
class MarginTablesTest {

    private static final Map<String, MarginSchedule> BINANCE = brackets();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/margin/liquidation-prices.csv", delimiter = '|', numLinesToSkip = 1)
    void liquidationPricesOfOneBracket(
            String name, MarginMode mode, BigDecimal wallet, String positions, String price, BigDecimal within) {
        List<Held> held = Arrays.stream(positions.split("; ", -1))
                .map(MarginTablesTest::bracketed)
                .toList();

        assertThat(Venue.liquidationPrice(mode, wallet, held)
                        .minus(fraction(price))
                        .abs())
                .isLessThanOrEqualTo(Ratio.of(within));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/margin/tiered-liquidation-prices.csv", delimiter = '|', numLinesToSkip = 1)
    void liquidationPricesAcrossTiers(
            String name,
            String symbol,
            BigDecimal quantity,
            BigDecimal entry,
            BigDecimal margin,
            int atEntry,
            int atLiquidation,
            String price) {
        MarginSchedule schedule = schedule(symbol);
        Held held = new Held(quantity, entry, entry, schedule);
        Ratio found = Venue.liquidationPrice(MarginMode.ISOLATED, margin, List.of(held));
        Ratio notional = found.times(quantity.abs());
        long reached = schedule.tiers().stream()
                .filter(tier -> notional.compareTo(tier.floor()) >= 0)
                .count();

        assertThat(found).isEqualByComparingTo(fraction(price));
        assertThat(schedule.indexAt(Venue.atMark(held).notional()) + 1).isEqualTo(atEntry);
        assertThat(reached).isEqualTo(atLiquidation);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/margin/tier-lookups.csv", delimiter = '|', numLinesToSkip = 1)
    void marginsByTier(String symbol, BigDecimal notional, int bracket, BigDecimal maintenance, String initial) {
        MarginSchedule schedule = schedule(symbol);
        PositionRisk position = Venue.atMark(new Held(notional, BigDecimal.ONE, BigDecimal.ONE, schedule));

        assertThat(position.tier()).isEqualTo(schedule.tiers().get(bracket - 1));
        assertThat(position.maintenanceMargin()).isEqualByComparingTo(maintenance);
        assertThat(position.initialMargin()).isEqualByComparingTo(fraction(initial));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/margin/max-leverages.csv", delimiter = '|', numLinesToSkip = 1)
    void highestLeverages(String symbol, BigDecimal margin, String leverage) {
        assertThat(schedule(symbol).maxLeverageFor(margin)).isEqualByComparingTo(fraction(leverage));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/margin/risk-order.csv", delimiter = '|', numLinesToSkip = 1)
    void whoIsLiquidatableAndWhoIsRiskier(
            String name,
            BigDecimal equity,
            BigDecimal maintenance,
            boolean liquidatable,
            BigDecimal otherEquity,
            BigDecimal otherMaintenance,
            boolean otherLiquidatable,
            int order) {
        MarginState state = Venue.state(equity, maintenance);
        MarginState other = Venue.state(otherEquity, otherMaintenance);

        assertThat(state.isLiquidatable()).isEqualTo(liquidatable);
        assertThat(other.isLiquidatable()).isEqualTo(otherLiquidatable);
        assertThat(Integer.signum(state.compareRisk(other))).isEqualTo(order);
        assertThat(Integer.signum(other.compareRisk(state))).isEqualTo(-order);
    }

    private static Held bracketed(String text) {
        String[] words = text.split(" ", -1);
        return new Held(
                new BigDecimal(words[0]),
                new BigDecimal(words[2]),
                new BigDecimal(words[4]),
                Venue.bracket(new BigDecimal(words[6]), new BigDecimal(words[8])));
    }

    private static Ratio fraction(String text) {
        String[] terms = text.split("/", -1);
        return Ratio.of(new BigDecimal(terms[0]), terms.length > 1 ? new BigDecimal(terms[1]) : BigDecimal.ONE);
    }

    private static MarginSchedule schedule(String symbol) {
        return Objects.requireNonNull(BINANCE.get(symbol));
    }

    private static Map<String, MarginSchedule> brackets() {
        try (Stream<String> lines = Files.lines(
                Path.of(Objects.requireNonNull(MarginTablesTest.class.getResource("/margin/binance-brackets.csv"))
                        .toURI()))) {
            return lines.skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" \\| ", -1)))
                    .collect(Collectors.groupingBy(
                            List::getFirst, Collectors.collectingAndThen(Collectors.toList(), rows -> {
                                List<MarginTier> tiers = new ArrayList<>();
                                rows.forEach(row -> tiers.add(new MarginTier(
                                        new BigDecimal(row.get(2)),
                                        new BigDecimal(row.get(3)),
                                        new BigDecimal(row.get(5)),
                                        new BigDecimal(row.get(6)),
                                        new BigDecimal(row.get(4)))));
                                return new MarginSchedule(tiers);
                            })));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The brackets can't be read.", e);
        }
    }
}
