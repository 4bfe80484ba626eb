package io.plimsoll.model.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Fractions;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What values, sizes and profits count for, from tables.
class WeightTablesTest {

    private static final Rounding MILLIONTHS = Rounding.truncated(new BigDecimal("0.000001"));
    private static final Rounding RATES = Rounding.truncated(new BigDecimal("0.0001"));
    private static final BigDecimal OFFSET = new BigDecimal("0.0000000001");
    private static final BigDecimal STEP = new BigDecimal("0.00001");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/size-premiums.csv", delimiter = '|', numLinesToSkip = 1)
    void largePositionsWeighMore(
            String name,
            BigDecimal factor,
            BigDecimal size,
            BigDecimal weight,
            BigDecimal discounted,
            BigDecimal rate,
            BigDecimal raised) {
        SizePremium premium = new SizePremium(factor, OFFSET, STEP, MILLIONTHS);

        assertThat(premium.discounted(weight, size, RATES)).isEqualByComparingTo(discounted);
        assertThat(premium.raised(rate, size, RATES)).isEqualByComparingTo(raised);
    }

    @Test
    void theRootIsTheGreatestStepWhoseSquareFits() {
        RandomCases.forAll(500, random -> {
            SizePremium premium = new SizePremium(BigDecimal.ONE, OFFSET, STEP, MILLIONTHS);
            BigDecimal size = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 9);
            BigDecimal root = premium.root(size);

            assertThat(root.multiply(root)).isLessThanOrEqualTo(size.add(OFFSET));
            assertThat(root.add(STEP).pow(2)).isGreaterThan(size.add(OFFSET));
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/weights.csv", delimiter = '|', numLinesToSkip = 1)
    void weightsByWhatEverybodyHoldsAndOwes(
            String name,
            BigDecimal asset,
            BigDecimal liability,
            BigDecimal deposits,
            BigDecimal depositStart,
            BigDecimal borrows,
            BigDecimal borrowStart,
            BigDecimal value,
            String counted) {
        Weights weights = Weights.of(asset, liability)
                .withDeposits(deposits, depositStart)
                .withBorrows(borrows, borrowStart);

        assertThat(weights.apply(Ratio.of(value))).isEqualByComparingTo(Fractions.of(counted));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/perpetual-health.csv", delimiter = '|', numLinesToSkip = 1)
    void theWorseEndOfOpenOrdersCounts(
            String name,
            BigDecimal base,
            BigDecimal quote,
            BigDecimal bids,
            BigDecimal asks,
            BigDecimal price,
            String contribution) {
        Weights weights = Weights.of(new BigDecimal("0.8"), new BigDecimal("1.2"));

        assertThat(new PerpetualHealth(base, quote, bids, asks, price).contribution(weights, new BigDecimal("0.95")))
                .isEqualByComparingTo(Fractions.of(contribution));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/requirement/impacts.csv", delimiter = '|', numLinesToSkip = 1)
    void fillsMoveTheirOwnPrice(
            String name,
            BigDecimal index,
            BigDecimal skew,
            BigDecimal scale,
            BigDecimal size,
            BigDecimal now,
            String fill,
            String profit) {
        PriceImpact impact = new PriceImpact(index, skew, scale);

        assertThat(impact.fillPrice(size)).isEqualByComparingTo(Fractions.of(fill));
        assertThat(impact.profit(size, now)).isEqualByComparingTo(Fractions.of(profit));
    }

    @Test
    void aProfitCountsInPartAndALossInFull() {
        SizePremium premium = new SizePremium(new BigDecimal("0.001"), OFFSET, STEP, MILLIONTHS);
        WeightedProfit profit = new WeightedProfit(new BigDecimal("0.9"), premium, RATES);
        BigDecimal cap = new BigDecimal("100");

        assertThat(profit.counted(BigDecimal.TEN, cap, MILLIONTHS)).isEqualByComparingTo("9");
        assertThat(profit.counted(new BigDecimal("1000"), cap, MILLIONTHS)).isEqualByComparingTo("100");
        assertThat(profit.counted(new BigDecimal("-1000"), cap, MILLIONTHS)).isEqualByComparingTo("-1000");
    }

    @Test
    void whatIsLeftToTradeWith() {
        BigDecimal half = new BigDecimal("0.5");

        assertThat(FreeMargin.forTurning(Fractions.of("500"), Fractions.of("500")))
                .isEqualByComparingTo(Fractions.of("1500"));
        assertThat(FreeMargin.locked(BigDecimal.TEN, List.of(new BigDecimal("3"), half)))
                .isEqualByComparingTo("3.5");
        assertThat(FreeMargin.locked(BigDecimal.ONE, List.of(new BigDecimal("3"), half)))
                .isEqualByComparingTo("1");
        assertThat(FreeMargin.largestExposure(BigDecimal.TEN, half)).isEqualByComparingTo(Fractions.of("20"));
        assertThat(FreeMargin.largestExposure(BigDecimal.TEN.negate(), half)).isEqualTo(Ratio.ZERO);
        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> FreeMargin.largestExposure(BigDecimal.TEN, BigDecimal.ZERO));
    }
}
