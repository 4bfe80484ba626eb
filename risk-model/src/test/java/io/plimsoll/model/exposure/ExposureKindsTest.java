package io.plimsoll.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Shocks of what is not linear, by hand.
final class ExposureKindsTest {

    private static final CollateralTerms LENT =
            new CollateralTerms(new BigDecimal("0.7"), new BigDecimal("0.8"), new BigDecimal("0.05"));

    private final List<Balance> balances = new ArrayList<>();
    private final List<CollateralAsset> collateral = new ArrayList<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();

    @Test
    void aLoanOfOneAssetTripsWhereItFallsByOneLessTheReciprocalOfItsHealth() {
        cash("-500");
        asset("ETH", "10", "100", null, LENT);

        // 1 − 500 / 800
        assertShocks(
                Metric.HEALTH_FACTOR,
                Comparison.BELOW,
                "1",
                "ETH -0.375000000000000001 500, JOINT -0.375000000000000001 500");
        assertShocks(Metric.HEALTH_FACTOR, Comparison.AT_OR_BELOW, "1", "ETH -0.375 500, JOINT -0.375 500");
        // 500 / (1000 (1 + s)) = 0.8
        assertShocks(Metric.LTV, Comparison.AT_OR_ABOVE, "0.8", "ETH -0.375 500, JOINT -0.375 500");
    }

    @Test
    void aDebtThatMovesWithTheMarketIsShockedByItsBetaToo() {
        asset("BTC", "-5", "100", null, null);
        asset("ETH", "10", "100", null, LENT);
        beta("ETH", "1.5");
        beta("BTC", "0.5");

        // Jointly (500 − 800) / (800 · 1.5 − 500 · 0.5); upwards the debt never catches up.
        assertShocks(
                Metric.HEALTH_FACTOR,
                Comparison.BELOW,
                "1",
                "BTC 0.600000000000000001 800.0000000000000005, ETH -0.375000000000000001 500, "
                        + "JOINT -0.315789473684210527 421.05263157894736825");
    }

    @Test
    void aDebtThatRisesFasterTripsUpwards() {
        asset("BTC", "-5", "100", null, null);
        asset("ETH", "10", "100", null, LENT);
        beta("ETH", "0");
        beta("BTC", "-2");

        assertShocks(Metric.HEALTH_FACTOR, Comparison.AT_OR_BELOW, "1", "BTC 0.6 800, ETH -0.375 500, JOINT -0.3 800");
    }

    @Test
    void whatOwesNothingHasNoHealthToLose() {
        asset("ETH", "10", "100", null, LENT);

        assertShocks(Metric.HEALTH_FACTOR, Comparison.BELOW, "1", "");
    }

    @Test
    void anInverseLongTripsWhereItsReciprocalDoes() {
        cash("0.02");
        instrument("INV", InstrumentType.INVERSE_PERPETUAL, null);
        position("INV", "1000", "10000", "10000");

        // 0.02 + 1000 (1/10000 − 1/P) = 100/P at P = 1100/0.12
        assertShocks(
                Metric.MARGIN_RATIO,
                Comparison.AT_OR_ABOVE,
                "1",
                "INV -0.083333333333333334 0.109090909090909091, "
                        + "JOINT -0.083333333333333334 0.109090909090909091");
    }

    @Test
    void anInverseShortAndALongDipBetweenNoShockAndTheFarthest() {
        cash("10");
        instrument("INV", InstrumentType.INVERSE_PERPETUAL, null);
        instrument("LIN", InstrumentType.LINEAR_FUTURE, null);
        position("INV", "-1000", "10", "10");
        position("LIN", "5", "10", "10");

        // With y = 1 + s equity is 10 + 100 (1/y − 1) + 50 (y − 1), at its least at y = √2 and growing without end
        // after that. It is 5 at y = (145 − √1025) / 100.
        assertShocks(
                Metric.EQUITY,
                Comparison.BELOW,
                "5",
                "INV 0.052631578947368422 144.999999999999999915, LIN -0.100000000000000001 144.99999999999999995, "
                        + "JOINT 0.129843788128357566 144.999999999999999991");
    }

    @Test
    void aWrittenPutRequiresMostAtItsStrike() {
        cash("18.9");
        marks.add(Snapshots.mark("IDX", "100"));
        instrument(
                "PUT",
                InstrumentType.OPTION,
                new OptionTerms(
                        "IDX",
                        OptionTerms.Right.PUT,
                        new BigDecimal("90"),
                        Instant.parse("2021-01-01T00:00:00Z"),
                        new BigDecimal("0.05")));
        position("PUT", "-1", "5", "5");

        // Equity 13.9. From 5 + U/20 the requirement rises to 5 + U/10 − (U − 90) and falls as 5 + U/10 under the
        // strike: it is at least 13.9 from 81.1/0.9 down to 89, and below that not. Upwards it is 5 + U/20. Jointly the
        // put is worth less while it comes into the money, which no model here corrects.
        assertShocks(
                Metric.MARGIN_RATIO,
                Comparison.AT_OR_ABOVE,
                "1",
                "IDX -0.098888888888888889 5, IDX 0.78 5, PUT 0.39 6.95, JOINT 0.26 6.3");
    }

    @Test
    void aCapKeepsARiseFromCounting() {
        asset("BTC", "2", "100", "300", null);

        assertShocks(Metric.EQUITY, Comparison.AT_OR_ABOVE, "300", "BTC 0.5 0, JOINT 0.5 0");
        assertShocks(Metric.EQUITY, Comparison.ABOVE, "300", "");
    }

    @Test
    void aFallCountsOnceItIsBelowTheCap() {
        asset("BTC", "2", "200", "300", null);

        assertShocks(
                Metric.EQUITY, Comparison.BELOW, "250", "BTC -0.375000000000000001 0, JOINT -0.375000000000000001 0");
    }

    @Test
    void aTrailingStopTripsBelowTheBestMarkAndByItsOwnOnly() {
        cash("1000");
        instrument("A", InstrumentType.LINEAR_FUTURE, null);
        instrument("B", InstrumentType.LINEAR_FUTURE, null);
        position("B", "1", "100", "100");
        positions.add(new Position("A", BigDecimal.ONE, BigDecimal.TEN, null, null, null, new BigDecimal("120")));
        marks.add(Snapshots.mark("A", "100"));

        assertThat(shocks(threshold(Scope.position("A"), Metric.TRAILING_LOSS, Comparison.AT_OR_ABOVE, "0.25")))
                .isEqualTo("A -0.1 90, JOINT -0.1 90");
    }

    @Test
    void whatIsCrossedAlreadyTakesNoShock() {
        cash("-1");
        asset("BTC", "2", "100", null, null);

        assertShocks(Metric.EQUITY, Comparison.BELOW, "250", "JOINT 0 0");
        Snapshot snapshot = snapshot();
        assertThat(AccountExposure.nearest(
                        snapshot,
                        AccountRisk.of(snapshot),
                        List.of(threshold(Scope.account("A-1"), Metric.EQUITY, Comparison.BELOW, "250"))))
                .isEmpty();
    }

    @Test
    void theNearestOfEqualOnesIsTheFirstThresholdAndTheMarkAlone() {
        cash("-500");
        asset("ETH", "10", "100", null, LENT);
        Snapshot snapshot = snapshot();

        ThresholdExposure nearest = AccountExposure.nearest(
                        snapshot,
                        AccountRisk.of(snapshot),
                        List.of(
                                threshold(Scope.account("A-1"), Metric.LTV, Comparison.AT_OR_ABOVE, "0.9"),
                                threshold(Scope.account("A-1"), Metric.LTV, Comparison.AT_OR_ABOVE, "0.8"),
                                threshold(Scope.account("A-1"), Metric.HEALTH_FACTOR, Comparison.AT_OR_BELOW, "1")))
                .orElseThrow();

        assertThat(nearest.threshold().metric()).isEqualTo(Metric.LTV);
        assertThat(nearest.direction().mark()).isEqualTo("ETH");
        assertThat(nearest.shock()).isEqualByComparingTo("-0.375");
        assertThat(nearest.marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.price()).isEqualByComparingTo("62.5"));
    }

    private void assertShocks(Metric metric, Comparison comparison, String limit, String expected) {
        assertThat(shocks(threshold(Scope.account("A-1"), metric, comparison, limit)))
                .isEqualTo(expected);
    }

    private static Threshold threshold(Scope scope, Metric metric, Comparison comparison, String limit) {
        BigDecimal line = new BigDecimal(limit);
        BigDecimal clear = comparison.highIsDangerous() ? line.subtract(PlainShocks.STEP) : line.add(PlainShocks.STEP);
        return new Threshold(ThresholdKind.LIQUIDATION, scope, metric, comparison, line, clear);
    }

    private String shocks(Threshold threshold) {
        Snapshot snapshot = snapshot();
        Stream<String> found =
                AccountExposure.of(snapshot, AccountRisk.of(snapshot), List.of(threshold)).exposures().stream()
                        .map(exposure -> "%s %s %s"
                                .formatted(
                                        exposure.direction().isJoint()
                                                ? "JOINT"
                                                : exposure.direction().mark(),
                                        plain(exposure.shock()),
                                        plain(exposure.exposed().amount())));
        return String.join(", ", found.toList());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private Snapshot snapshot() {
        Account account =
                new Account("A-1", "retail", MarginMode.CROSS, Snapshots.CURRENCY, balances, positions, List.of());
        return new Snapshot(Snapshots.NOW, account, instruments, collateral, marks, signals);
    }

    private void cash(String amount) {
        balances.add(new Balance(Snapshots.CURRENCY, new BigDecimal(amount)));
    }

    private void beta(String subject, String value) {
        signals.add(new Signal("beta", subject, new BigDecimal(value), Snapshots.NOW));
    }

    private void asset(
            String asset, String quantity, String price, @Nullable String cap, @Nullable CollateralTerms lending) {
        balances.add(new Balance(asset, new BigDecimal(quantity)));
        marks.add(Snapshots.mark(asset, price));
        BigDecimal most = cap == null ? null : new BigDecimal(cap);
        collateral.add(new CollateralAsset(asset, BigDecimal.ZERO, BigDecimal.ONE, most, BigDecimal.ONE, lending));
    }

    private void instrument(String id, InstrumentType type, @Nullable OptionTerms option) {
        instruments.add(new Instrument(
                id,
                type,
                "major",
                Snapshots.CURRENCY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                MarginSchedule.flat(new BigDecimal("0.1"), BigDecimal.TEN),
                BigDecimal.ZERO,
                option,
                null,
                null));
    }

    private void position(String instrument, String quantity, String entry, String mark) {
        positions.add(Position.cross(instrument, new BigDecimal(quantity), new BigDecimal(entry)));
        marks.add(Snapshots.mark(instrument, mark));
    }
}
