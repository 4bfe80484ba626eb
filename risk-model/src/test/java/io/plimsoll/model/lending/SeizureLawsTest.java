package io.plimsoll.model.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Laws of what is taken for a debt, tried on generated prices and amounts.
class SeizureLawsTest {

    private static final int CASES = 3_000;

    @Test
    void whoeverLiquidatesNeverGetsMoreThanTheBonusNorPaysMoreThanOffered() {
        LongAdder capped = new LongAdder();
        RandomCases.forAll(CASES, random -> {
            SeizureTerms terms = terms(random);
            BigDecimal offered = amount(random, terms.debt());
            BigDecimal balance = amount(random, terms.collateral());
            Seizure seizure = terms.seize(offered, balance);
            Fraction paid = value(terms.debt(), seizure.repaid()).times(withBonus(terms));
            Fraction got = value(terms.collateral(), seizure.seized());

            assertThat(got).isLessThanOrEqualTo(paid);
            assertThat(seizure.repaid()).isLessThanOrEqualTo(offered);
            assertThat(seizure.seized()).isLessThanOrEqualTo(balance);
            assertThat(onGrid(seizure.repaid(), terms.debt())).isTrue();
            assertThat(onGrid(seizure.seized(), terms.collateral())).isTrue();
            capped.add(seizure.seized().compareTo(balance) == 0 ? 1 : 0);
        });
        assertThat(capped.sum()).isBetween(CASES / 10L, CASES * 9L / 10L);
    }

    @Test
    void oneMoreOfTheSmallestAmountWouldBeTooMuch() {
        RandomCases.forAll(CASES, random -> {
            SeizureTerms terms = terms(random);
            BigDecimal offered = amount(random, terms.debt());
            BigDecimal balance = amount(random, terms.collateral());
            Seizure seizure = terms.seize(offered, balance);
            Fraction bonus = withBonus(terms);

            if (seizure.seized().compareTo(balance) < 0) {
                BigDecimal more = seizure.seized().add(terms.collateral().unit());
                assertThat(seizure.repaid()).isEqualByComparingTo(offered);
                assertThat(value(terms.collateral(), more))
                        .isGreaterThan(value(terms.debt(), offered).times(bonus));
            } else if (seizure.repaid().compareTo(offered) < 0) {
                BigDecimal less = seizure.repaid().subtract(terms.debt().unit());
                assertThat(value(terms.debt(), less).times(bonus)).isLessThan(value(terms.collateral(), balance));
            }
        });
    }

    @Test
    void theFeeComesOutOfTheBonusOnly() {
        RandomCases.forAll(CASES, random -> {
            SeizureTerms terms = terms(random);
            Seizure seizure = terms.seize(amount(random, terms.debt()), amount(random, terms.collateral()));
            Fraction principal = Fraction.of(seizure.seized()).over(withBonus(terms));
            Fraction bonus = Fraction.of(seizure.seized()).minus(principal);
            Fraction fee = Fraction.of(seizure.protocolFee());

            assertThat(fee).isGreaterThanOrEqualTo(bonus.times(Fraction.of(terms.protocolFee())));
            assertThat(Fraction.of(seizure.toLiquidator())
                            .floor(terms.collateral().unit().scale()))
                    .isGreaterThanOrEqualTo(
                            principal.floor(terms.collateral().unit().scale()));
            assertThat(onGrid(seizure.protocolFee(), terms.collateral())).isTrue();
        });
    }

    @Test
    void aDiscountIsNeverMoreThanHealthLacksAndNeverTakesMoreThanIsThere() {
        RandomCases.forAll(CASES, random -> {
            Borrower borrower = Borrower.any(random);
            Pledge first = borrower.pledges().getFirst();
            HealthDiscount discount = new HealthDiscount(BigDecimal.valueOf(random.nextLong(300), 3));
            HealthDiscount.Exchange most = discount.most(borrower.state(), first.value());

            assertThat(most.taken()).isLessThanOrEqualTo(first.value());
            assertThat(most.repaid()).isLessThanOrEqualTo(borrower.debt());
            if (borrower.state().isLiquidatable()) {
                Ratio share = most.repaid().dividedBy(most.taken());
                assertThat(share).isEqualByComparingTo(discount.priceShare(borrower.state()));
                assertThat(share).isGreaterThanOrEqualTo(borrower.state().healthFactor());
            } else {
                assertThat(List.of(most.repaid(), most.taken())).allMatch(none -> none.signum() == 0);
            }
        });
    }

    private static SeizureTerms terms(SplittableRandom random) {
        return new SeizureTerms(
                asset(random),
                asset(random),
                BigDecimal.valueOf(random.nextLong(0, 250), 3),
                BigDecimal.valueOf(random.nextLong(0, 101), 2));
    }

    private static LentAsset asset(SplittableRandom random) {
        return new LentAsset(
                BigDecimal.valueOf(1 + random.nextLong(10_000_000), random.nextInt(9)),
                BigDecimal.ONE.movePointLeft(random.nextInt(9)));
    }

    // Amounts of similar value, so that balances cap about half of the cases.
    private static BigDecimal amount(SplittableRandom random, LentAsset asset) {
        return Fraction.of(random.nextLong(100_000_000))
                .over(Fraction.of(asset.price()))
                .floor(asset.unit().scale());
    }

    private static Fraction value(LentAsset asset, BigDecimal amount) {
        return Fraction.of(amount).times(Fraction.of(asset.price()));
    }

    private static Fraction withBonus(SeizureTerms terms) {
        return Fraction.of(BigDecimal.ONE.add(terms.bonus()));
    }

    private static boolean onGrid(BigDecimal amount, LentAsset asset) {
        return amount.remainder(asset.unit()).signum() == 0;
    }
}
