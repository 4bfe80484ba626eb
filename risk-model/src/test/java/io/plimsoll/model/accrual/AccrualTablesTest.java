package io.plimsoll.model.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.Figures;
import io.plimsoll.model.accrual.LinearRamp.Stricter;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures of accrual that the project carries itself, each with its source.
class AccrualTablesTest {

    private static final BigDecimal RAY = BigDecimal.ONE.movePointLeft(27);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/accrual/growths.csv", delimiter = '|', numLinesToSkip = 1)
    void growthByInterest(
            String name,
            BigDecimal rate,
            BigDecimal seconds,
            String linear,
            BigDecimal rounded,
            BigDecimal compounded) {
        Duration elapsed = duration(seconds);

        assertThat(new LinearInterest(rate).growth(elapsed)).isEqualByComparingTo(Figures.ratio(linear));
        assertThat(new LinearInterest(rate).growth(elapsed, new Rounding(RAY, RoundingMode.HALF_UP)))
                .isEqualByComparingTo(rounded);
        assertThat(new CompoundedInterest(rate).growth(elapsed, RAY)).isEqualByComparingTo(compounded);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/accrual/ramps.csv", delimiter = '|', numLinesToSkip = 1)
    void valuesOnARamp(
            String name,
            String kind,
            BigDecimal from,
            @Nullable BigDecimal to,
            BigDecimal seconds,
            BigDecimal after,
            String value) {
        assertThat(ramp(kind, from, to == null ? BigDecimal.ZERO : to, duration(seconds))
                        .at(START.plus(duration(after))))
                .isEqualByComparingTo(Figures.ratio(value));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/accrual/fundings.csv", delimiter = '|', numLinesToSkip = 1)
    void fundingByThePremium(
            String name,
            BigDecimal quantity,
            BigDecimal multiplier,
            BigDecimal interest,
            BigDecimal lower,
            BigDecimal upper,
            BigDecimal mark,
            BigDecimal spot,
            BigDecimal years,
            BigDecimal owed,
            BigDecimal received) {
        BigDecimal perUnit = new PremiumFunding(interest, lower, upper).owedPerUnit(mark, spot, years);

        assertThat(perUnit).isEqualByComparingTo(owed);
        assertThat(new FundedPosition(quantity, multiplier).perUnit(perUnit)).isEqualByComparingTo(received);
    }

    @ParameterizedTest(name = "{0} contracts of {1}")
    @CsvSource({
        "2, 1, 100, 103, -6",
        "-2, 1, 100, 103, 6",
        "2, 10, 100, 98.5, 30",
        "0, 1, 100, 103, 0",
        "2, 1, 100, 100, 0"
    })
    void fundingByAnIndex(
            BigDecimal quantity, BigDecimal multiplier, BigDecimal entry, BigDecimal now, BigDecimal received) {
        assertThat(new FundedPosition(quantity, multiplier).byIndex(entry, now)).isEqualByComparingTo(received);
    }

    @ParameterizedTest(name = "{0} contracts of {1} at {2}")
    @CsvSource({"3, 0.1, 0.0001, 50000, -1.5", "-3, 0.1, 0.0001, 50000, 1.5", "3, 0.1, -0.0001, 50000, 1.5"})
    void fundingByARate(
            BigDecimal quantity, BigDecimal multiplier, BigDecimal rate, BigDecimal mark, BigDecimal received) {
        assertThat(new FundedPosition(quantity, multiplier).byRate(rate, mark)).isEqualByComparingTo(received);
    }

    @Test
    void refusesTimeThatRunsBackAndBoundsThatAreSwapped() {
        Duration before = Duration.ofSeconds(-1);

        assertRefused("elapsed", () -> new LinearInterest(BigDecimal.ONE).growth(before));
        assertRefused("elapsed", () -> new CompoundedInterest(BigDecimal.ONE).growth(before));
        assertRefused("unit", () -> new CompoundedInterest(BigDecimal.ONE).growth(Duration.ZERO, BigDecimal.ZERO));
        assertRefused("rate", () -> new CompoundedInterest(BigDecimal.ONE.negate()));
        assertRefused("end", () -> new LinearRamp(BigDecimal.ONE, BigDecimal.TWO, START, START.plus(before)));
        assertRefused("lowerBound", () -> new PremiumFunding(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO));
        assertRefused("scaled", () -> new IndexedBalance(BigDecimal.ONE.negate()));
        assertRefused("index", () -> new IndexedBalance(BigDecimal.ONE).at(BigDecimal.ZERO));
    }

    private static void assertRefused(String field, Runnable use) {
        assertThatExceptionOfType(InvalidFactException.class)
                .isThrownBy(use::run)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    private static LinearRamp ramp(String kind, BigDecimal from, BigDecimal to, Duration time) {
        return switch (kind) {
            case "plain" -> new LinearRamp(from, to, START, START.plus(time));
            case "lower" -> LinearRamp.easing(Stricter.LOWER, from, to, START, time);
            case "higher" -> LinearRamp.easing(Stricter.HIGHER, from, to, START, time);
            case "zero" -> LinearRamp.toZero(from, START, time);
            default -> throw new IllegalArgumentException("No such ramp (%s).".formatted(kind));
        };
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
    }
}
