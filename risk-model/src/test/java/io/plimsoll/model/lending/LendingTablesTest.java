package io.plimsoll.model.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Figures;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.lending.PreLiquidation.Rise;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures of lending that the project carries itself, each with its source.
class LendingTablesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/lending/states.csv", delimiter = '|', numLinesToSkip = 1)
    void whatAnAccountMayBorrowAndHowSafeItIs(
            String name,
            @Nullable String pledges,
            String debt,
            String ltv,
            String health,
            boolean liquidatable,
            boolean within,
            String available,
            String badDebt,
            String fall) {
        LendingState state = LendingState.of(pledges(pledges), Figures.ratio(debt));

        assertThat(state.ltv()).isEqualByComparingTo(Figures.ratio(ltv));
        assertThat(state.healthFactor()).isEqualByComparingTo(Figures.ratio(health));
        assertThat(state.isLiquidatable()).isEqualTo(liquidatable);
        assertThat(state.isWithinBorrowCapacity()).isEqualTo(within);
        assertThat(state.availableToBorrow()).isEqualByComparingTo(Figures.ratio(available));
        assertThat(state.badDebt()).isEqualByComparingTo(Figures.ratio(badDebt));
        assertSame(state.fallToLiquidation(), Figures.optional(fall));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/lending/close-factors.csv", delimiter = '|', numLinesToSkip = 1)
    void howMuchOfADebtMayBeRepaid(
            String name,
            BigDecimal share,
            BigDecimal wholeUpTo,
            BigDecimal wholeBelow,
            String health,
            String totalDebt,
            String assetCollateral,
            String assetDebt,
            String most) {
        Ratio debt = Figures.ratio(totalDebt);
        Ratio covered = debt.times(Figures.ratio(health));

        assertThat(new CloseFactor(share, wholeUpTo, wholeBelow)
                        .mostRepayable(
                                new LendingState(covered, covered, covered, debt),
                                Figures.ratio(assetCollateral),
                                Figures.ratio(assetDebt)))
                .isEqualByComparingTo(Figures.ratio(most));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/lending/seizures.csv", delimiter = '|', numLinesToSkip = 1)
    void whatIsTakenForADebt(
            String name,
            BigDecimal debtPrice,
            int debtScale,
            BigDecimal collateralPrice,
            int collateralScale,
            BigDecimal bonus,
            BigDecimal fee,
            BigDecimal repay,
            BigDecimal balance,
            BigDecimal repaid,
            BigDecimal seized,
            BigDecimal protocolFee) {
        Seizure seizure = new SeizureTerms(
                        new LentAsset(debtPrice, BigDecimal.ONE.movePointLeft(debtScale)),
                        new LentAsset(collateralPrice, BigDecimal.ONE.movePointLeft(collateralScale)),
                        bonus,
                        fee)
                .seize(repay, balance);

        assertThat(seizure.repaid()).isEqualByComparingTo(repaid);
        assertThat(seizure.seized()).isEqualByComparingTo(seized);
        assertThat(seizure.protocolFee()).isEqualByComparingTo(protocolFee);
        assertThat(seizure.toLiquidator()).isEqualByComparingTo(seized.subtract(protocolFee));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/lending/target-repays.csv", delimiter = '|', numLinesToSkip = 1)
    void whichRepaymentReachesATarget(
            String name,
            BigDecimal collateral,
            BigDecimal debt,
            BigDecimal liquidationLtv,
            BigDecimal bonus,
            BigDecimal target,
            String repay,
            String most,
            boolean toxic) {
        Pledge pledge = new Pledge(Ratio.of(collateral), Ratio.ZERO, Ratio.of(liquidationLtv));
        LendingState before = LendingState.of(List.of(pledge), Ratio.of(debt));
        AssetLiquidation liquidation = new AssetLiquidation(before, pledge, bonus);

        assertSame(liquidation.repayToReach(target), Figures.optional(repay));
        assertThat(liquidation.mostRepayable()).isEqualByComparingTo(Figures.ratio(most));
        assertThat(liquidation.isToxic()).isEqualTo(toxic);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/lending/discounts.csv", delimiter = '|', numLinesToSkip = 1)
    void discountsFollowHealth(
            String name,
            BigDecimal pledged,
            BigDecimal liquidationLtv,
            BigDecimal debt,
            BigDecimal forSale,
            BigDecimal maxDiscount,
            String priceShare,
            String repaid,
            String taken) {
        Pledge pledge = new Pledge(Ratio.of(pledged), Ratio.ZERO, Ratio.of(liquidationLtv));
        LendingState account = LendingState.of(List.of(pledge), Ratio.of(debt));
        HealthDiscount discount = new HealthDiscount(maxDiscount);
        HealthDiscount.Exchange most = discount.most(account, Ratio.of(forSale));

        assertThat(discount.priceShare(account)).isEqualByComparingTo(Figures.ratio(priceShare));
        assertThat(most.repaid()).isEqualByComparingTo(Figures.ratio(repaid));
        assertThat(most.taken()).isEqualByComparingTo(Figures.ratio(taken));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/lending/incentives.csv", delimiter = '|', numLinesToSkip = 1)
    void incentivesFollowTheLiquidationLtv(
            String name, BigDecimal cursor, BigDecimal most, BigDecimal liquidationLtv, String factor) {
        assertThat(new CursorIncentive(cursor, most).factor(liquidationLtv))
                .isEqualByComparingTo(Figures.ratio(factor));
    }

    @ParameterizedTest(name = "at {0}")
    @CsvSource({"8/10, 0.2, 1.01", "83/100, 0.6, 1.025", "5/6, 5.8/9, 9.24/9", "86/100, 1, 1.04"})
    void preLiquidationsRiseOnALine(String ltv, String closeFactor, String incentive) {
        assertThat(preLiquidation().closeFactorAt(Figures.ratio(ltv))).isEqualByComparingTo(Figures.ratio(closeFactor));
        assertThat(preLiquidation().incentiveAt(Figures.ratio(ltv))).isEqualByComparingTo(Figures.ratio(incentive));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"200, 200, 0.5, 0.6, 1.25", "200, 200, 0, 0.6, 1", "300, 7, 1, 0.9, 300/6.3", "0, 7, 1, 0.9, 0"})
    void collateralIsSoldAtAPartOfThePenalty(
            String payment, BigDecimal price, BigDecimal storeFront, BigDecimal liquidation, String amount) {
        assertThat(new CollateralSale(storeFront, liquidation).amountFor(Figures.ratio(payment), price))
                .isEqualByComparingTo(Figures.ratio(amount));
    }

    @ParameterizedTest(name = "{0} under {1} of which {2}")
    @CsvSource({"100, 1000, 950, 50", "100, 1000, 900, 100", "100, 1000, 1000, 0", "100, 1000, 1001, 0", "0, 9, 1, 0"})
    void aCeilingLimitsWhatMayBeBorrowed(String available, String ceiling, String used, String limited) {
        assertThat(new BorrowCeiling(Figures.ratio(ceiling), Figures.ratio(used)).limit(Figures.ratio(available)))
                .isEqualByComparingTo(Figures.ratio(limited));
    }

    @ParameterizedTest(name = "{0} of debt and {1} of collateral")
    @CsvSource({
        "0, 1, true",
        "1, 0, true",
        "0, 0, true",
        "1000, 1000, true",
        "999.999, 5000, false",
        "5000, 999.999, false",
        "2999/3, 5000, false",
        "3000/3, 5000, true"
    })
    void whatMayBeLeft(String debt, String collateral, boolean allowed) {
        assertThat(new LeastRemainder(BigDecimal.valueOf(1_000)).allows(Figures.ratio(debt), Figures.ratio(collateral)))
                .isEqualTo(allowed);
    }

    @Test
    void aCategoryReplacesTheTermsOfItsMembersAlone() {
        CollateralTerms own = terms("0.5", "0.6", "0.1");
        CollateralTerms lifted = terms("0.9", "0.93", "0.01");
        CollateralCategory category = new CollateralCategory("stable", lifted, Set.of("USDC", "DAI"));

        assertThat(category.termsOf("DAI", own)).isEqualTo(lifted);
        assertThat(category.termsOf("WETH", own)).isEqualTo(own);
        assertThat(lifted.toxicLtv()).isEqualByComparingTo(Figures.ratio("100/101"));
    }

    @Test
    void refusesWhatCannotBe() {
        Ratio minus = Ratio.of(BigDecimal.ONE.negate());
        Pledge pledge = new Pledge(Ratio.of(BigDecimal.TEN), Ratio.ZERO, Ratio.of(new BigDecimal("0.5")));
        LendingState state = LendingState.of(List.of(pledge), Ratio.of(BigDecimal.TWO));
        AssetLiquidation all = new AssetLiquidation(state, pledge, BigDecimal.ZERO);

        assertRefused("ltv", () -> terms("0.7", "0.6", "0"));
        assertRefused("liquidationLtv", () -> terms("0.7", "1.1", "0"));
        assertRefused("liquidationBonus", () -> terms("0.5", "0.6", "-0.1"));
        assertRefused("debt", () -> LendingState.of(List.of(), minus));
        assertRefused("debt", () -> LendingState.of(List.of(), Ratio.UNBOUNDED));
        assertRefused("collateral", () -> new LendingState(Ratio.ZERO, Ratio.ZERO, state.collateral(), Ratio.ZERO));
        assertRefused("value", () -> terms("0.5", "0.6", "0").pledge(minus));
        assertRefused(
                "collateral",
                () -> new AssetLiquidation(LendingState.of(List.of(), Ratio.ZERO), pledge, BigDecimal.ZERO));
        assertRefused("repaid", () -> all.after(Ratio.of(new BigDecimal("2.000000000000000001"))));
        assertRefused("target", () -> all.repayToReach(BigDecimal.ZERO));
        assertRefused("unit", () -> all.repayToReach(BigDecimal.ONE, BigDecimal.ZERO));
        assertRefused("maxDiscount", () -> new HealthDiscount(BigDecimal.ONE));
        assertRefused("liquidationFactor", () -> new CollateralSale(BigDecimal.ONE, BigDecimal.ZERO));
        assertRefused("most", () -> new CursorIncentive(BigDecimal.ONE, new BigDecimal("0.15")));
        assertRefused("ltv", () -> preLiquidation().closeFactorAt(Figures.ratio("0.79")));
        assertRefused("ltv", () -> preLiquidation().incentiveAt(Ratio.UNBOUNDED));
        assertRefused("unit", () -> new LentAsset(BigDecimal.ONE, BigDecimal.ZERO));
        assertRefused("used", () -> new BorrowCeiling(Ratio.ZERO, minus));
        assertRefused(
                "assetDebt",
                () -> new CloseFactor(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)
                        .mostRepayable(state, Ratio.ZERO, Ratio.of(BigDecimal.TEN)));
    }

    private static void assertRefused(String field, Runnable use) {
        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(use::run)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field))
                .withMessageContaining("Maybe");
    }

    private static void assertSame(Optional<Ratio> found, Optional<Ratio> wanted) {
        assertThat(found.isPresent()).isEqualTo(wanted.isPresent());
        wanted.ifPresent(figure -> assertThat(found.orElseThrow()).isEqualByComparingTo(figure));
    }

    private static PreLiquidation preLiquidation() {
        return new PreLiquidation(
                new BigDecimal("0.8"),
                new BigDecimal("0.86"),
                new Rise(new BigDecimal("0.2"), BigDecimal.ONE),
                new Rise(new BigDecimal("1.01"), new BigDecimal("1.04")));
    }

    private static CollateralTerms terms(String ltv, String liquidationLtv, String bonus) {
        return new CollateralTerms(new BigDecimal(ltv), new BigDecimal(liquidationLtv), new BigDecimal(bonus));
    }

    private static List<Pledge> pledges(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("; ", -1))
                        .map(pledge -> pledge.split(" ", -1))
                        .map(words ->
                                new Pledge(Figures.ratio(words[0]), Figures.ratio(words[1]), Figures.ratio(words[2])))
                        .toList();
    }
}
