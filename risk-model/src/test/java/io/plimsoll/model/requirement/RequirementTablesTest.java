package io.plimsoll.model.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Fractions;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.requirement.CappedMargin.Order;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Requirements for positions and orders, from tables.
class RequirementTablesTest {

    private static final Rounding MILLIONTHS = Rounding.truncated(new BigDecimal("0.000001"));
    private static final Rounding WHOLE_UP = Rounding.up(BigDecimal.ONE);
    private static final Rounding WHOLE_CUT = Rounding.truncated(BigDecimal.ONE);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/open-interest.csv", delimiter = '|', numLinesToSkip = 1)
    void initialMarginGrowsWithOpenInterest(
            String name,
            BigDecimal base,
            BigDecimal lower,
            BigDecimal upper,
            BigDecimal openInterest,
            BigDecimal notional,
            BigDecimal margin) {
        Rounding cents = Rounding.up(new BigDecimal("0.01"));

        assertThat(new OpenInterestScaling(base, lower, upper).initialMargin(notional, openInterest, MILLIONTHS, cents))
                .isEqualByComparingTo(Ratio.of(margin));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/maintenance.csv", delimiter = '|', numLinesToSkip = 1)
    void maintenanceMarginIsAShareOfTheRoundedInitialMargin(
            String name,
            BigDecimal initial,
            BigDecimal share,
            BigDecimal notional,
            BigDecimal unit,
            BigDecimal margin) {
        assertThat(new MarginFractions(initial, share).maintenance(notional, Rounding.up(unit)))
                .isEqualByComparingTo(margin);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/order-books.csv", delimiter = '|', numLinesToSkip = 1)
    void theSideThatNeedsMoreIsRequired(
            String name,
            BigDecimal mark,
            BigDecimal riskLong,
            BigDecimal riskShort,
            BigDecimal slippage,
            BigDecimal quantity,
            BigDecimal buys,
            BigDecimal sells,
            BigDecimal maintenance) {
        assertThat(new OrderBookMargin(mark, riskLong, riskShort, slippage).maintenance(quantity, buys, sells))
                .isEqualByComparingTo(maintenance);
    }

    @Test
    void onlyFundingThatIsOwedIsRequired() {
        BigDecimal factor = new BigDecimal("0.5");

        assertThat(OrderBookMargin.funding(factor, new BigDecimal("3"), BigDecimal.TEN))
                .isEqualByComparingTo("15");
        assertThat(OrderBookMargin.funding(factor, new BigDecimal("-3"), BigDecimal.TEN))
                .isEqualByComparingTo("0");
        assertThat(OrderBookMargin.funding(factor, new BigDecimal("-3"), BigDecimal.TEN.negate()))
                .isEqualByComparingTo("15");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/levels.csv", delimiter = '|', numLinesToSkip = 1)
    void levels(
            String name,
            BigDecimal exact,
            BigDecimal maintenance,
            BigDecimal search,
            BigDecimal initial,
            BigDecimal release) {
        MarginLevels.Factors factors =
                new MarginLevels.Factors(new BigDecimal("1.1"), new BigDecimal("1.2"), new BigDecimal("1.4"));
        MarginLevels levels = MarginLevels.of(exact, factors, WHOLE_UP, WHOLE_CUT);

        assertThat(levels.maintenance()).isEqualByComparingTo(maintenance);
        assertThat(levels.search()).isEqualByComparingTo(search);
        assertThat(levels.initial()).isEqualByComparingTo(initial);
        assertThat(levels.release()).isEqualByComparingTo(release);
    }

    @Test
    void factorsOfLevelsAscend() {
        BigDecimal low = new BigDecimal("1.1");
        BigDecimal high = new BigDecimal("1.2");

        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> new MarginLevels.Factors(high, low, high))
                .withMessageContaining("must ascend");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/capped.csv", delimiter = '|', numLinesToSkip = 1)
    void allThatCouldBeLostIsSetAside(
            String name,
            BigDecimal cap,
            BigDecimal quantity,
            BigDecimal entry,
            @Nullable String buys,
            @Nullable String sells,
            BigDecimal position,
            BigDecimal orders) {
        CappedMargin margin = new CappedMargin(cap);

        assertThat(margin.position(quantity, entry)).isEqualByComparingTo(position);
        assertThat(margin.orders(quantity, orders(buys), orders(sells))).isEqualByComparingTo(orders);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/short-options.csv", delimiter = '|', numLinesToSkip = 1)
    void writtenOptions(
            String name,
            boolean isCall,
            BigDecimal strike,
            BigDecimal premium,
            BigDecimal underlying,
            BigDecimal maintenance) {
        assertThat(new ShortOption(isCall, strike, premium, underlying).maintenance())
                .isEqualByComparingTo(maintenance);
    }

    @ParameterizedTest(name = "{1} at {0}, {2}")
    @CsvFileSource(resources = "/requirement/isolated.csv", delimiter = '|', numLinesToSkip = 1)
    void isolatedMargins(BigDecimal price, BigDecimal size, BigDecimal factor, BigDecimal up, BigDecimal cut) {
        IsolatedMargin margin = new IsolatedMargin(factor);

        assertThat(margin.of(price, size, WHOLE_UP)).isEqualByComparingTo(up);
        assertThat(margin.of(price, size, WHOLE_CUT)).isEqualByComparingTo(cut);
    }

    @Test
    void anInverseContractIsWorthLessOfTheBaseAtAHigherPrice() {
        BigDecimal contracts = new BigDecimal("-100000");
        BigDecimal price = new BigDecimal("30000");

        assertThat(Notional.inverse(contracts, price)).isEqualByComparingTo(Fractions.of("10/3"));
        assertThat(Notional.inverseInQuote(contracts)).isEqualByComparingTo(Fractions.of("100000"));
        assertThat(Notional.linear(contracts, new BigDecimal("0.8"))).isEqualByComparingTo(Fractions.of("80000"));
        assertThat(Notional.margin(Notional.inverse(contracts, price), new BigDecimal("0.03"), BigDecimal.TEN))
                .isEqualByComparingTo(Fractions.of("0.01"));
    }

    private static List<Order> orders(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ", -1))
                        .map(order -> order.split("@", -1))
                        .map(order -> new Order(new BigDecimal(order[0]), new BigDecimal(order[1])))
                        .toList();
    }
}
