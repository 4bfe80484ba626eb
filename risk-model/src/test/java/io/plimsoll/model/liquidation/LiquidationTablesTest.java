package io.plimsoll.model.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Fractions;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// Prices, sizes and the order of liquidations, from tables.
class LiquidationTablesTest {

    private static final Rounding MONEY = Rounding.truncated(new BigDecimal("0.000001"));
    private static final Rounding SIZES = Rounding.truncated(new BigDecimal("0.000000001"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/bankruptcies.csv", delimiter = '|', numLinesToSkip = 1)
    void bankruptcyProceeds(
            String name,
            BigDecimal quantity,
            BigDecimal value,
            BigDecimal maintenance,
            BigDecimal quantityAfter,
            BigDecimal valueAfter,
            BigDecimal maintenanceAfter,
            BigDecimal equity,
            BigDecimal accountMaintenance,
            BigDecimal unit,
            String proceeds) {
        Close close = new Close(
                new PositionFigures(quantity, value, maintenance),
                new PositionFigures(quantityAfter, valueAfter, maintenanceAfter));

        assertThat(close.bankruptcyProceeds(equity, accountMaintenance, Rounding.up(unit)))
                .isEqualByComparingTo(Fractions.of(proceeds));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"1, 1", "1, 2", "1, -1", "-1, -2", "-1, 1", "0, 0", "0, 1"})
    void whatReducesNothingIsNoClose(BigDecimal before, BigDecimal after) {
        PositionFigures held = new PositionFigures(before, before, BigDecimal.ONE);
        PositionFigures left = new PositionFigures(after, after, BigDecimal.ONE);

        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> new Close(held, left))
                .withMessageContaining("must be a part of the position before");
    }

    @Test
    void anAccountThatRequiresNothingHasNoBankruptcyPrice() {
        Close close =
                new Close(new PositionFigures(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO), PositionFigures.NONE);

        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(() -> close.bankruptcyProceeds(BigDecimal.ONE, BigDecimal.ZERO, Rounding.EXACT))
                .withMessageContaining("maintenance");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/fillable-prices.csv", delimiter = '|', numLinesToSkip = 1)
    void fillablePrices(
            String name,
            BigDecimal quantity,
            BigDecimal value,
            BigDecimal maintenance,
            BigDecimal equity,
            BigDecimal accountMaintenance,
            BigDecimal adjustment,
            BigDecimal spread,
            String price) {
        PositionFigures position = new PositionFigures(quantity, value, maintenance);

        assertThat(new FillablePrice(adjustment, spread).of(position, equity, accountMaintenance))
                .isEqualByComparingTo(Fractions.of(price));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/sizes.csv", delimiter = '|', numLinesToSkip = 1)
    void sizes(
            String name,
            BigDecimal min,
            BigDecimal portion,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal notional,
            BigDecimal accountLimit,
            BigDecimal lot,
            BigDecimal change) {
        assertThat(new LiquidationLimits(min, portion, MONEY).change(quantity, price, notional, accountLimit, lot))
                .isEqualByComparingTo(change);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/ticks.csv", delimiter = '|', numLinesToSkip = 1)
    void limitPrices(String name, String exact, boolean sells, BigDecimal tick, BigDecimal bound, BigDecimal limit) {
        assertThat(new PriceTicks(tick, bound).limit(Fractions.of(exact), sells))
                .isEqualByComparingTo(limit);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/perpetual-covers.csv", delimiter = '|', numLinesToSkip = 1)
    void sizesThatEndAShortage(
            String name,
            BigDecimal shortage,
            BigDecimal price,
            BigDecimal quotePrice,
            BigDecimal rate,
            BigDecimal liquidatorFee,
            BigDecimal fundFee,
            @Nullable String size) {
        PerpetualCover cover = new PerpetualCover(price, quotePrice, rate, liquidatorFee, MONEY);

        assertThat(cover.size(shortage, fundFee, SIZES).map(Ratio::shownText).orElse(null))
                .isEqualTo(size);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/fund-fees.csv", delimiter = '|', numLinesToSkip = 1)
    void fundFees(
            String name,
            BigDecimal shortage,
            BigDecimal size,
            BigDecimal price,
            BigDecimal rate,
            BigDecimal liquidatorFee,
            BigDecimal cap,
            BigDecimal fee) {
        PerpetualCover cover = new PerpetualCover(price, BigDecimal.ONE, rate, liquidatorFee, MONEY);

        assertThat(cover.fundFee(shortage, size, cap)).isEqualByComparingTo(fee);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/liability-covers.csv", delimiter = '|', numLinesToSkip = 1)
    void debtsThatEndAShortage(
            String name,
            BigDecimal shortage,
            BigDecimal assetWeight,
            BigDecimal liabilityWeight,
            BigDecimal assetBonus,
            BigDecimal liabilityBonus,
            BigDecimal price,
            BigDecimal fundFee,
            BigDecimal step,
            @Nullable String transfer,
            BigDecimal feeOfOne) {
        LiabilityCover cover = new LiabilityCover(assetWeight, liabilityWeight, assetBonus, liabilityBonus, price);
        Rounding weights = Rounding.truncated(new BigDecimal("0.00001"));

        assertThat(cover.transfer(shortage, fundFee, weights, MONEY, Rounding.truncated(step))
                        .map(Ratio::shownText)
                        .orElse(null))
                .isEqualTo(transfer);
        assertThat(cover.fundFee(shortage, BigDecimal.ONE, BigDecimal.ONE, MONEY))
                .isEqualByComparingTo(feeOfOne);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/liquidation/swaps.csv", delimiter = '|', numLinesToSkip = 1)
    void swapsOfDebtForCollateral(
            String name,
            BigDecimal assetPrice,
            BigDecimal assetBonus,
            BigDecimal liabilityPrice,
            BigDecimal liabilityBonus,
            BigDecimal assets,
            String liabilityForThem,
            BigDecimal liability,
            BigDecimal dust,
            String assetsForIt) {
        CollateralSwap swap = new CollateralSwap(assetPrice, assetBonus, liabilityPrice, liabilityBonus);

        assertThat(swap.liabilityFor(assets, Rounding.up(SIZES.unit())).shownText())
                .isEqualTo(liabilityForThem);
        assertThat(swap.assetFor(liability, assets, dust, MONEY).shownText()).isEqualTo(assetsForIt);
    }

    @ParameterizedTest(name = "{0} for one at 100, bonus 1.01: {1}")
    @CsvSource({"99.009899, false", "99.0099, true", "100, true", "99, false"})
    void aSwapMustPayWhatALiquidatorWould(BigDecimal liability, boolean within) {
        CollateralSwap swap =
                new CollateralSwap(new BigDecimal("100"), new BigDecimal("1.01"), BigDecimal.ONE, BigDecimal.ONE);

        assertThat(swap.isWithin(BigDecimal.ONE, liability, MONEY)).isEqualTo(within);
    }

    @Test
    void theFarthestFromTheMarkComesFirstThenTheLarger() {
        BigDecimal mark = new BigDecimal("100");

        assertThat(LiquidationCandidate.inOrder(List.of(
                        candidate("near", "99", mark, "9"),
                        candidate("far", "103", mark, "1"),
                        candidate("larger", "97", mark, "2"),
                        candidate("equal", "103", mark, "1"))))
                .extracting(LiquidationCandidate::id)
                .containsExactly("larger", "far", "equal", "near");
    }

    private static LiquidationCandidate candidate(String id, String limit, BigDecimal mark, String size) {
        return new LiquidationCandidate(id, Ratio.of(new BigDecimal(limit)), mark, new BigDecimal(size));
    }
}
