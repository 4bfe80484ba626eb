package io.plimsoll.model.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.model.RandomCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    private static final int CASES = 2_000;

    @ParameterizedTest(name = "{0}/{1} against {2}/{3}")
    @CsvSource({
        "1, 3, 2, 6, 0",
        "1, 3, 0.333333333333333333, 1, 1",
        "1, 3, 0.333333333333333334, 1, -1",
        "-1, 3, 1, -3, 0",
        "1, -3, 1, 3, -1",
        "-1, -3, 1, 3, 0",
        "0, 5, 0, -7, 0",
        "1, 0, 99999999999999999999, 0.000000000000000001, 1",
        "1, 0, 5, 0, 0",
        "-5, 1, 1, 0, -1"
    })
    void comparesWithoutDividing(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal d, int order) {
        assertThat(Ratio.of(a, b).compareTo(Ratio.of(c, d))).isEqualTo(order);
        assertThat(Ratio.of(c, d).compareTo(Ratio.of(a, b))).isEqualTo(-order);
    }

    @ParameterizedTest(name = "{0}/{1} against {2}")
    @CsvSource({
        "2, 3, 0.666666666666666666, 1",
        "2, 3, 0.666666666666666667, -1",
        "4, 5, 0.8, 0",
        "4, -5, -0.8, 0",
        "1, 0, 99999999999999999999, 1"
    })
    void comparesWithANumber(BigDecimal numerator, BigDecimal denominator, BigDecimal number, int order) {
        assertThat(Ratio.of(numerator, denominator).compareTo(number)).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void overZeroOnlyAPositiveNumberIsARatio(BigDecimal numerator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(numerator, BigDecimal.ZERO))
                .withMessageContaining("(" + numerator + ")");
    }

    @Test
    void whatIsUnboundedIsAllTheSameAndCannotBeCalculatedWith() {
        Ratio unbounded = Ratio.of(new BigDecimal("7"), new BigDecimal("0.00"));

        assertThat(unbounded).isEqualTo(Ratio.UNBOUNDED);
        assertThat(unbounded.isUnbounded()).isTrue();
        assertThat(unbounded.signum()).isEqualTo(1);
        assertThat(unbounded.abs()).isEqualTo(unbounded);
        assertThat(unbounded.shown()).isEmpty();
        assertThat(unbounded.shownText()).isEqualTo("unbounded");
        assertThat(unbounded.briefText()).isEqualTo("unbounded");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unbounded.plus(BigDecimal.ONE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Ratio.ZERO.plus(unbounded));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unbounded.times(BigDecimal.ZERO));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unbounded.dividedBy(BigDecimal.ONE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unbounded.dividedBy(unbounded));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratio.of(BigDecimal.ONE).dividedBy(unbounded));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(unbounded::amount);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unbounded.rounded(0, RoundingMode.UP));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> unbounded.wholeUnits(BigDecimal.ONE, RoundingMode.UP));
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratio.ZERO.dividedBy(new BigDecimal("0.0")));
    }

    @ParameterizedTest(name = "{0}/{1} is shown as {2}, briefly {3}")
    @CsvSource({
        "1, 3, 0.333333333333333333, 0.3333333",
        "2, 3, 0.666666666666666667, 0.6666667",
        "1, 4, 0.25, 0.25",
        "-1, 3, -0.333333333333333333, -0.3333333",
        "1000, 1, 1000, 1000",
        "0, 9, 0, 0",
        "1, 2000000000000000000, 0, 0.0000000000000000005",
        "3, 2000000000000000000, 0.000000000000000002, 0.0000000000000000015"
    })
    void isShownWith18DecimalsHalfEven(BigDecimal numerator, BigDecimal denominator, String shown, String brief) {
        assertThat(Ratio.of(numerator, denominator).shownText()).isEqualTo(shown);
        assertThat(Ratio.of(numerator, denominator).briefText()).isEqualTo(brief);
    }

    @ParameterizedTest(name = "{0}/{1} in units of {2}: {3} up, {4} down")
    @CsvSource({"10, 1, 3, 4, 3", "9, 1, 3, 3, 3", "1, 3, 0.1, 4, 3", "-10, 1, 3, -4, -3", "0, 1, 3, 0, 0"})
    void countsWholeUnits(BigDecimal numerator, BigDecimal denominator, BigDecimal unit, String up, String down) {
        Ratio ratio = Ratio.of(numerator, denominator);

        assertThat(ratio.wholeUnits(unit, RoundingMode.UP)).isEqualByComparingTo(up);
        assertThat(ratio.wholeUnits(unit, RoundingMode.DOWN)).isEqualByComparingTo(down);
    }

    @Test
    void addingAndTakingAwayChangesNothing() {
        RandomCases.forAll(CASES, random -> {
            Ratio ratio = anyRatio(random);
            Ratio other = anyRatio(random);

            assertThat(ratio.plus(other).minus(other)).isEqualByComparingTo(ratio);
            assertThat(ratio.plus(other)).isEqualByComparingTo(other.plus(ratio));
            assertThat(ratio.minus(ratio).signum()).isZero();
        });
    }

    @Test
    void multiplyingAndDividingChangesNothing() {
        RandomCases.forAll(CASES, random -> {
            Ratio ratio = anyRatio(random);
            BigDecimal factor = anyNumber(random).add(new BigDecimal("2000"));

            assertThat(ratio.times(factor).dividedBy(factor)).isEqualByComparingTo(ratio);
            assertThat(ratio.dividedBy(factor.negate()))
                    .isEqualByComparingTo(ratio.negate().dividedBy(factor));
        });
    }

    @Test
    void theOrderIsThatOfTheDifference() {
        RandomCases.forAll(CASES, random -> {
            Ratio ratio = anyRatio(random);
            Ratio other =
                    random.nextInt(4) == 0 ? ratio.times(BigDecimal.TEN).dividedBy(BigDecimal.TEN) : anyRatio(random);

            assertThat(ratio.compareTo(other)).isEqualTo(ratio.minus(other).signum());
            assertThat(other.compareTo(ratio)).isEqualTo(other.minus(ratio).signum());
            assertThat(ratio.abs().signum()).isNotNegative();
        });
    }

    @Test
    void roundingIsOffByLessThanOneUnit() {
        RandomCases.forAll(CASES, random -> {
            Ratio ratio = anyRatio(random);
            BigDecimal unit = BigDecimal.ONE.movePointLeft(4);

            assertThat(ratio.compareTo(ratio.rounded(4, RoundingMode.CEILING))).isNotPositive();
            assertThat(ratio.compareTo(ratio.rounded(4, RoundingMode.CEILING).subtract(unit)))
                    .isPositive();
            assertThat(ratio.compareTo(ratio.rounded(4, RoundingMode.FLOOR))).isNotNegative();
            assertThat(ratio.compareTo(ratio.rounded(4, RoundingMode.FLOOR).add(unit)))
                    .isNegative();
        });
    }

    private static Ratio anyRatio(SplittableRandom random) {
        BigDecimal denominator = anyNumber(random);
        return Ratio.of(anyNumber(random), denominator.signum() == 0 ? BigDecimal.ONE : denominator);
    }

    private static BigDecimal anyNumber(SplittableRandom random) {
        return new BigDecimal(BigInteger.valueOf(random.nextLong(-1_000_000, 1_000_001)), random.nextInt(3, 7));
    }
}
