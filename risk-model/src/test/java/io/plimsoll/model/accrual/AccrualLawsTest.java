package io.plimsoll.model.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.Fraction;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Laws of what grows with time, tried on generated cases.
class AccrualLawsTest {

    private static final int CASES = 2_000;
    private static final Fraction YEAR = Fraction.of(31_536_000);
    private static final BigDecimal RAY = BigDecimal.ONE.movePointLeft(27);
    private static final BigDecimal GWEI = BigDecimal.ONE.movePointLeft(9);

    @Test
    void linearInterestIsAdditiveInTime() {
        RandomCases.forAll(CASES, random -> {
            LinearInterest interest = new LinearInterest(rate(random));
            Duration first = time(random);
            Duration second = time(random);
            BigDecimal amount = amount(random);

            assertThat(interest.interestOn(amount, first).plus(interest.interestOn(amount, second)))
                    .isEqualByComparingTo(interest.interestOn(amount, first.plus(second)));
            assertThat(interest.growth(first).times(amount).minus(amount))
                    .isEqualByComparingTo(interest.interestOn(amount, first));
        });
    }

    @Test
    void compoundingEarnsMoreThanNotAndNoMoreThanEverySecond() {
        RandomCases.forAll(CASES, random -> {
            BigDecimal rate = rate(random);
            int seconds = random.nextInt(40);
            Ratio growth = new CompoundedInterest(rate).growth(Duration.ofSeconds(seconds));
            Fraction everySecond = Fraction.ONE;
            for (int second = 0; second < seconds; second++) {
                everySecond =
                        everySecond.times(Fraction.ONE.plus(Fraction.of(rate).over(YEAR)));
            }

            assertThat(growth).isGreaterThanOrEqualTo(new LinearInterest(rate).growth(Duration.ofSeconds(seconds)));
            assertThat(fraction(growth)).isLessThanOrEqualTo(everySecond);
            if (seconds <= 3) {
                assertThat(fraction(growth)).isEqualByComparingTo(everySecond);
            }
        });
    }

    @Test
    void theVenuesRoundingIsCloseToTheExactGrowth() {
        RandomCases.forAll(CASES, random -> {
            BigDecimal rate = rate(random);
            Duration time = Duration.ofSeconds(random.nextLong(3 * 31_536_000L));
            BigDecimal near = BigDecimal.valueOf(time.toSeconds() + 1).pow(3).multiply(RAY);

            assertThat(new CompoundedInterest(rate)
                            .growth(time)
                            .minus(new CompoundedInterest(rate).growth(time, RAY))
                            .abs())
                    .isLessThanOrEqualTo(Ratio.of(near));
            assertThat(new LinearInterest(rate)
                            .growth(time)
                            .minus(new LinearInterest(rate).growth(time, new Rounding(RAY, RoundingMode.HALF_UP)))
                            .abs())
                    .isLessThanOrEqualTo(Ratio.of(RAY.multiply(BigDecimal.TEN)));
        });
    }

    @Test
    void interestThatAnIndexTakesInIsEarnedByEveryBalanceAlike() {
        RandomCases.forAll(CASES, random -> {
            BigDecimal first = BigDecimal.ONE.add(rate(random));
            BigDecimal now = first.add(rate(random));
            BigDecimal amount = amount(random);
            IndexedBalance debt = IndexedBalance.of(amount, first, Rounding.up(GWEI));
            IndexedBalance deposit = IndexedBalance.of(amount, first, Rounding.down(GWEI));
            Fraction exact = Fraction.of(amount).times(Fraction.of(now)).over(Fraction.of(first));

            assertThat(Fraction.of(debt.at(now, Rounding.up(GWEI)))).isGreaterThanOrEqualTo(exact);
            assertThat(Fraction.of(deposit.at(now, Rounding.down(GWEI)))).isLessThanOrEqualTo(exact);
            assertThat(debt.at(now).subtract(deposit.at(now))).isLessThanOrEqualTo(now.movePointLeft(9));
        });
    }

    @Test
    void fundingOfPartsIsFundingOfTheWhole() {
        RandomCases.forAll(CASES, random -> {
            FundedPosition position = new FundedPosition(amount(random).subtract(amount(random)), amount(random));
            BigDecimal entry = rate(random);
            BigDecimal between = rate(random);
            BigDecimal now = rate(random);

            assertThat(position.byIndex(entry, between).add(position.byIndex(between, now)))
                    .isEqualByComparingTo(position.byIndex(entry, now));
        });
    }

    @Test
    void whatCarryCostsStaysWithinItsBounds() {
        RandomCases.forAll(CASES, random -> {
            BigDecimal lower = rate(random).subtract(rate(random));
            BigDecimal upper = lower.add(rate(random));
            BigDecimal mark = amount(random);
            BigDecimal spot = amount(random);
            BigDecimal carry = new PremiumFunding(rate(random), lower, upper)
                    .owedPerUnit(mark, spot, rate(random))
                    .subtract(mark.subtract(spot));

            assertThat(carry).isBetween(lower.multiply(spot), upper.multiply(spot));
        });
    }

    @Test
    void aRampIsMonotoneStraightAndHitsBothEnds() {
        RandomCases.forAll(CASES, random -> {
            Instant start = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextLong(1_000_000_000));
            Duration time = Duration.ofNanos(1 + random.nextLong(Long.MAX_VALUE / 1_000));
            LinearRamp ramp = new LinearRamp(rate(random), rate(random), start, start.plus(time));
            long early = random.nextLong(time.toNanos());
            long late = early + random.nextLong(time.toNanos() - early);
            Ratio first = ramp.at(start.plusNanos(early));
            Ratio second = ramp.at(start.plusNanos(late));

            assertThat(ramp.at(start)).isEqualByComparingTo(Ratio.of(ramp.from()));
            assertThat(ramp.at(start.minusNanos(1))).isEqualByComparingTo(Ratio.of(ramp.from()));
            assertThat(ramp.at(ramp.end())).isEqualByComparingTo(Ratio.of(ramp.to()));
            assertThat(second.minus(first).signum())
                    .isIn(0, Integer.signum(ramp.to().compareTo(ramp.from())));
            assertThat(fraction(first)).isEqualByComparingTo(onTheLine(ramp, early, time.toNanos()));
        });
    }

    private static Fraction onTheLine(LinearRamp ramp, long passed, long whole) {
        Fraction share = Fraction.of(passed).over(Fraction.of(whole));
        return Fraction.of(ramp.to()).times(share).plus(Fraction.of(ramp.from()).times(Fraction.ONE.minus(share)));
    }

    private static Fraction fraction(Ratio ratio) {
        return Fraction.of(ratio.numerator()).over(Fraction.of(ratio.denominator()));
    }

    private static BigDecimal rate(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000), random.nextInt(9, 12));
    }

    private static BigDecimal amount(SplittableRandom random) {
        return BigDecimal.valueOf(1 + random.nextLong(1_000_000_000_000L), random.nextInt(9));
    }

    private static Duration time(SplittableRandom random) {
        return Duration.ofSeconds(random.nextLong(100_000_000), random.nextLong(1_000_000_000));
    }
}
