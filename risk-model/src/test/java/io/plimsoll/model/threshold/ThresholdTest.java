package io.plimsoll.model.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    private static final Provenance RULE = new Provenance("rule", new SourcePlace("thresholds/a.drl", 3), List.of());

    @ParameterizedTest(name = "{1}/{2} {0} {3}")
    @CsvFileSource(resources = "/threshold/comparisons.csv", delimiter = '|', numLinesToSkip = 1)
    void comparesExactly(
            Comparison comparison,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal limit,
            boolean crossed,
            boolean cleared) {
        Ratio observed = Ratio.of(numerator, denominator);

        assertThat(comparison.isCrossed(observed, limit)).isEqualTo(crossed);
        assertThat(comparison.isCleared(observed, limit)).isEqualTo(cleared);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/threshold/thresholds.csv", delimiter = '|', numLinesToSkip = 1)
    void refusesWhatCouldNeverEndOrNeverBeSafe(
            String name,
            ScopeType scope,
            Metric metric,
            Comparison comparison,
            BigDecimal limit,
            BigDecimal clear,
            String field,
            String reason) {
        if (field == null) {
            assertThat(threshold(scope, metric, comparison, limit, clear).limit())
                    .isEqualByComparingTo(limit);
        } else {
            assertThatExceptionOfType(InvalidFactException.class)
                    .isThrownBy(() -> threshold(scope, metric, comparison, limit, clear))
                    .satisfies(refusal -> {
                        assertThat(refusal.field()).isEqualTo(field);
                        assertThat(refusal.reason()).startsWith(reason).endsWith(".");
                    });
        }
    }

    @ParameterizedTest(name = "{0} {1} clear {2} against {3} {4} clear {5}")
    @CsvSource({
        "AT_OR_ABOVE, 0.8, 0.7, AT_OR_ABOVE, 0.9, 0.7, true, false",
        "AT_OR_ABOVE, 0.8, 0.7, ABOVE, 0.8, 0.7, true, false",
        "ABOVE, 0.8, 0.7, AT_OR_ABOVE, 0.800000000000000001, 0.1, true, false",
        "AT_OR_ABOVE, 0.8, 0.6, AT_OR_ABOVE, 0.8, 0.7, true, false",
        "AT_OR_ABOVE, 0.8, 0.7, ABOVE, 0.8, 0.6, true, false",
        "AT_OR_ABOVE, 0.8, 0.7, AT_OR_ABOVE, 0.8, 0.7, false, false",
        "AT_OR_BELOW, 200, 210, AT_OR_BELOW, 100, 210, true, false",
        "AT_OR_BELOW, 200, 210, BELOW, 200, 220, true, false",
        "BELOW, 200, 220, BELOW, 200, 210, true, false"
    })
    void theEarlierAndLongerOneIsMoreConservative(
            Comparison comparison,
            BigDecimal limit,
            BigDecimal clear,
            Comparison otherComparison,
            BigDecimal otherLimit,
            BigDecimal otherClear,
            boolean first,
            boolean second) {
        Metric metric = comparison.highIsDangerous() ? Metric.MARGIN_RATIO : Metric.EQUITY;
        Threshold threshold = threshold(ScopeType.ACCOUNT, metric, comparison, limit, clear);
        Threshold other = threshold(ScopeType.ACCOUNT, metric, otherComparison, otherLimit, otherClear);

        assertThat(threshold.competesWith(other)).isTrue();
        assertThat(threshold.isMoreConservativeThan(other)).isEqualTo(first);
        assertThat(other.isMoreConservativeThan(threshold)).isEqualTo(second);
    }

    @Test
    void onlyThresholdsForTheSameThingCompete() {
        Threshold call = threshold(ThresholdKind.MARGIN_CALL, "A-1", Metric.EQUITY, Comparison.BELOW);

        assertThat(call.competesWith(
                        threshold(ThresholdKind.MARGIN_CALL, "A-1", Metric.EQUITY, Comparison.AT_OR_BELOW)))
                .isTrue();
        assertThat(call.competesWith(threshold(ThresholdKind.LIQUIDATION, "A-1", Metric.EQUITY, Comparison.BELOW)))
                .isFalse();
        assertThat(call.competesWith(threshold(ThresholdKind.MARGIN_CALL, "A-2", Metric.EQUITY, Comparison.BELOW)))
                .isFalse();
        assertThat(call.competesWith(
                        threshold(ThresholdKind.MARGIN_CALL, "A-1", Metric.FREE_COLLATERAL, Comparison.BELOW)))
                .isFalse();
        assertThat(call.competesWith(threshold(ThresholdKind.MARGIN_CALL, "A-1", Metric.EQUITY, Comparison.ABOVE)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3} past")
    @CsvSource({
        "AT_OR_ABOVE, 10, 12, 2",
        "AT_OR_ABOVE, 10, 10, 0",
        "AT_OR_ABOVE, 10, 7, -3",
        "BELOW, 10, 7, 3",
        "BELOW, 10, 12, -2"
    })
    void theDistanceIsPositiveOnTheDangerousSide(
            Comparison comparison, BigDecimal limit, BigDecimal observed, BigDecimal distance) {
        BigDecimal clear = comparison.highIsDangerous() ? limit.subtract(BigDecimal.ONE) : limit.add(BigDecimal.ONE);
        Threshold threshold = threshold(ScopeType.ACCOUNT, Metric.EQUITY, comparison, limit, clear);

        assertThat(threshold.distancePast(Ratio.of(observed))).isEqualByComparingTo(Ratio.of(distance));
    }

    @Test
    void aStateIsABreachOnlyIfCrossed() {
        Threshold threshold = threshold(
                ScopeType.ACCOUNT, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE, BigDecimal.ONE, BigDecimal.ZERO);
        Ratio below = Ratio.of(new BigDecimal("0.999999999999999999"));

        assertThat(new ThresholdState(threshold, RULE, List.of(), null).breach())
                .isEmpty();
        assertThat(new ThresholdState(threshold, RULE, List.of(), null).distance())
                .isEmpty();
        assertThat(new ThresholdState(threshold, RULE, List.of(), below).breach())
                .isEmpty();
        assertThat(new ThresholdState(threshold, RULE, List.of(), Ratio.of(BigDecimal.ONE)).breach())
                .contains(new Breach(threshold, Ratio.of(BigDecimal.ONE), RULE));
        assertThat(new ThresholdState(threshold, RULE, List.of(), Ratio.UNBOUNDED)
                        .breach()
                        .orElseThrow()
                        .distance()
                        .isUnbounded())
                .isTrue();
    }

    private static Threshold threshold(
            ScopeType scope, Metric metric, Comparison comparison, BigDecimal limit, BigDecimal clear) {
        return new Threshold(ThresholdKind.MARGIN_CALL, new Scope(scope, "A-1"), metric, comparison, limit, clear);
    }

    private static Threshold threshold(ThresholdKind kind, String account, Metric metric, Comparison comparison) {
        BigDecimal clear = comparison.highIsDangerous() ? BigDecimal.ZERO : BigDecimal.TWO;
        return new Threshold(kind, Scope.account(account), metric, comparison, BigDecimal.ONE, clear);
    }
}
