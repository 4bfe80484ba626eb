package io.plimsoll.model.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Laws of lending, tried on generated accounts.
class LendingLawsTest {

    private static final int CASES = 3_000;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal ONE = BigDecimal.ONE;

    @Test
    void moreCollateralNeverWorsensAnything() {
        RandomCases.forAll(CASES, random -> {
            Borrower borrower = Borrower.any(random);
            List<Pledge> more = new ArrayList<>(borrower.pledges());
            more.add(Borrower.pledge(random));
            LendingState poorer = borrower.state();
            LendingState richer = LendingState.of(more, borrower.debt());

            assertThat(richer.healthFactor()).isGreaterThanOrEqualTo(poorer.healthFactor());
            assertThat(richer.ltv()).isLessThanOrEqualTo(poorer.ltv());
            assertThat(richer.availableToBorrow()).isGreaterThanOrEqualTo(poorer.availableToBorrow());
            assertThat(richer.badDebt()).isLessThanOrEqualTo(poorer.badDebt());
        });
    }

    @Test
    void theStateAgreesWithFractionsWorkedOutApart() {
        RandomCases.forAll(CASES, random -> {
            Borrower borrower = Borrower.any(random);
            LendingState state = borrower.state();
            Fraction debt = Borrower.fraction(borrower.debt());
            Fraction covered = Fraction.ZERO;
            Fraction value = Fraction.ZERO;
            for (Pledge pledge : borrower.pledges()) {
                Fraction worth = Borrower.fraction(pledge.value());
                value = value.plus(worth);
                covered = covered.plus(worth.times(Borrower.fraction(pledge.liquidationLtv())));
            }

            assertThat(Borrower.fraction(state.healthFactor())).isEqualByComparingTo(covered.over(debt));
            assertThat(Borrower.fraction(state.ltv())).isEqualByComparingTo(debt.over(value));
            assertThat(state.isLiquidatable()).isEqualTo(debt.compareTo(covered) > 0);
            assertThat(Borrower.fraction(state.pooled().liquidationLtv())).isEqualByComparingTo(covered.over(value));
            assertThat(state.pooled().liquidationCapacity()).isEqualByComparingTo(state.liquidationCapacity());
        });
    }

    @Test
    void borrowingAllThatIsAvailableIsWithinCapacityAndNeverLiquidatable() {
        RandomCases.forAll(CASES, random -> {
            LendingState state = Borrower.any(random).state();
            Ratio available = state.availableToBorrow();
            LendingState after = new LendingState(
                    state.collateral(),
                    state.borrowCapacity(),
                    state.liquidationCapacity(),
                    state.debt().plus(available));

            if (available.signum() > 0) {
                assertThat(after.isWithinBorrowCapacity()).isTrue();
                assertThat(after.availableToBorrow()).isEqualByComparingTo(Ratio.ZERO);
                assertThat(after.isLiquidatable()).isFalse();
            }
        });
    }

    @Test
    void theFallToLiquidationIsExactlyToHealthOne() {
        RandomCases.forAll(CASES, random -> {
            LendingState state = Borrower.any(random).state();
            Ratio left = state.fallToLiquidation().orElseThrow().negate().plus(ONE);

            assertThat(state.liquidationCapacity().times(left)).isEqualByComparingTo(state.debt());
        });
    }

    @Test
    void repayingLowersHealthExactlyWhereEachTakesMoreCoverThanDebt() {
        LongAdder lowered = new LongAdder();
        LongAdder loweredThoughNotToxic = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            AssetLiquidation liquidation = Borrower.any(random).liquidation(random);
            LendingState after = liquidation.after(share(liquidation.mostRepayable(), random));
            boolean isLower =
                    after.healthFactor().compareTo(liquidation.before().healthFactor()) < 0;

            assertThat(isLower).isEqualTo(liquidation.lowersHealth());
            lowered.add(isLower ? 1 : 0);
            loweredThoughNotToxic.add(isLower && !liquidation.isToxic() ? 1 : 0);
        });
        assertThat(lowered.sum()).isBetween(CASES / 10L, CASES * 9L / 10L);
        assertThat(loweredThoughNotToxic.sum()).isPositive();
    }

    @Test
    void ofOneAssetRepayingLowersHealthAndRaisesLoanToValueExactlyWhereItIsToxic() {
        LongAdder toxic = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            AssetLiquidation liquidation = Borrower.ofOneAsset(random).liquidation(random);
            LendingState before = liquidation.before();
            LendingState after = liquidation.after(share(liquidation.mostRepayable(), random));
            boolean isToxic = liquidation.isToxic();

            assertThat(after.ltv().compareTo(before.ltv()) > 0).isEqualTo(isToxic);
            assertThat(after.healthFactor().compareTo(before.healthFactor()) < 0)
                    .isEqualTo(isToxic);
            toxic.add(isToxic ? 1 : 0);
        });
        assertThat(toxic.sum()).isBetween(CASES / 10L, CASES * 9L / 10L);
    }

    @Test
    void afterAToxicAccountIsClosedWhollyWhatIsLeftIsBadDebt() {
        RandomCases.forAll(CASES, random -> {
            AssetLiquidation liquidation = Borrower.ofOneAsset(random).liquidation(random);
            LendingState closed = liquidation.after(liquidation.mostRepayable());

            if (liquidation.isToxic()) {
                assertThat(closed.collateral()).isEqualByComparingTo(Ratio.ZERO);
                assertThat(closed.badDebt()).isEqualByComparingTo(closed.debt());
                assertThat(closed.badDebt()).isGreaterThan(Ratio.ZERO);
                assertThat(closed.ltv()).isEqualTo(Ratio.UNBOUNDED);
            } else {
                assertThat(closed.debt()).isEqualByComparingTo(Ratio.ZERO);
                assertThat(closed.healthFactor()).isEqualTo(Ratio.UNBOUNDED);
            }
        });
    }

    @Test
    void theTargetRepaymentReachesTheTargetAndACentLessDoesNot() {
        LongAdder reached = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            AssetLiquidation liquidation = Borrower.any(random).liquidation(random);
            BigDecimal target = BigDecimal.valueOf(random.nextLong(900, 1_300), 3);
            Optional<Ratio> exact = liquidation.repayToReach(target);
            Optional<Ratio> cents = liquidation.repayToReach(target, CENT);

            assertThat(cents.isPresent()).isEqualTo(exact.isPresent());
            exact.filter(repay -> repay.signum() > 0).ifPresent(repay -> {
                Ratio paid = cents.orElseThrow();
                assertThat(paid).isGreaterThanOrEqualTo(repay);
                assertThat(reaches(liquidation, paid, target)).isTrue();
                assertThat(reaches(liquidation, paid.minus(CENT).max(Ratio.ZERO), target))
                        .isFalse();
                if (repay.compareTo(liquidation.before().debt()) < 0) {
                    assertThat(liquidation.after(repay).healthFactor()).isEqualByComparingTo(Ratio.of(target));
                    reached.increment();
                }
            });
        });
        assertThat(reached.sum()).isGreaterThan(CASES / 10L);
    }

    @Test
    void whereNoRepaymentReachesTheTargetNoneOfManyDoes() {
        LongAdder unreachable = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            AssetLiquidation liquidation = Borrower.any(random).liquidation(random);
            BigDecimal target = BigDecimal.valueOf(random.nextLong(900, 1_300), 3);

            if (liquidation.repayToReach(target).isEmpty()) {
                unreachable.increment();
                for (int tenth = 0; tenth <= 10; tenth++) {
                    Ratio repay = liquidation.mostRepayable().times(BigDecimal.valueOf(tenth, 1));
                    assertThat(reaches(liquidation, repay, target)).isFalse();
                }
            }
        });
        assertThat(unreachable.sum()).isGreaterThan(CASES / 10L);
    }

    @Test
    void whatALiquidationLeavesIsNothingOrEnough() {
        LongAdder changed = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            AssetLiquidation liquidation = Borrower.ofOneAsset(random).liquidation(random);
            LeastRemainder least = new LeastRemainder(BigDecimal.valueOf(random.nextInt(1_000)));
            Ratio wanted = share(liquidation.mostRepayable(), random);
            Ratio repaid = least.repayment(liquidation, wanted);
            LendingState after = liquidation.after(repaid);

            assertThat(least.allows(after.debt(), after.collateral())).isTrue();
            assertThat(repaid).isGreaterThanOrEqualTo(wanted);
            changed.add(repaid.compareTo(wanted) > 0 ? 1 : 0);
        });
        assertThat(changed.sum()).isBetween(1L, CASES - 1L);
    }

    // From the fractions themselves: what is left of each side, without the model's own state.
    private static boolean reaches(AssetLiquidation liquidation, Ratio repaid, BigDecimal target) {
        Fraction paid = Borrower.fraction(repaid);
        Fraction left = Borrower.fraction(liquidation.before().debt()).minus(paid);
        Fraction uncovered = paid.times(Fraction.of(ONE.add(liquidation.bonus())))
                .times(Borrower.fraction(liquidation.collateral().liquidationLtv()));
        Fraction covered =
                Borrower.fraction(liquidation.before().liquidationCapacity()).minus(uncovered);
        return covered.compareTo(left.times(Fraction.of(target))) >= 0;
    }

    private static Ratio share(Ratio whole, SplittableRandom random) {
        return whole.times(BigDecimal.valueOf(random.nextLong(1, 1_000), 3));
    }
}
