package io.plimsoll.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.PlainReadings.Reading;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One account by the engine and by [PlainRisk], figure by figure and exactly.
final class Agreement {

    private static final BigDecimal BOUND = BigDecimal.TEN.pow(20);
    private static final Provenance NOBODY = new Provenance("test", new SourcePlace("test", 1), List.of());

    private final BigDecimal limit;
    private final Reached reached;
    private final AccountRisk risk;
    private final PlainRisk plain;
    private final PlainReadings readings;

    private Agreement(Snapshot snapshot, BigDecimal limit, Reached reached) {
        this.limit = limit;
        this.reached = reached;
        risk = AccountRisk.of(snapshot);
        plain = new PlainRisk(snapshot);
        readings = new PlainReadings(plain);
    }

    /// Compares everything.
    ///
    /// @throws AssertionError about the first difference, with the account
    static void require(Drawn drawn, Reached reached) {
        try {
            Agreement agreement = new Agreement(drawn.snapshot(), drawn.limit(), reached);
            agreement.requireSums();
            agreement.requireReadings();
            agreement.requirePositions();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e + "\nlimit " + drawn.limit() + "\n" + drawn.snapshot(), e);
        }
    }

    private void requireSums() {
        Purse purse = plain.account();
        same("equity", risk.equity(), purse.equity());
        same("net worth", risk.netWorth(), plain.netWorth());
        same("exposure", risk.margin().exposure(), purse.exposure());
        same("maintenance margin", risk.maintenanceMargin(), purse.maintenance());
        same("initial margin", risk.initialMargin(), purse.initial());
        same("order margin", risk.orderMargin(), plain.orderMargin());
        same("free collateral", risk.freeCollateral(), purse.equity().minus(purse.initial()));
        same("unrealised", risk.unrealisedPnl(), plain.gain());
        reached.mark(risk.account().marginMode().name());
        reached.markIf(risk.orderMargin().signum() > 0, "order margin");
        for (int i = 0; i < risk.balances().size(); i++) {
            PlainBalance balance = plain.balances().get(i);
            same("market value", risk.balances().get(i).marketValue(), balance.marketValue());
            same("collateral value", risk.balances().get(i).collateralValue(), balance.collateralValue());
            reached.markIf(balance.isCapped(), "capped balance");
            reached.markIf(
                    balance.quantity().compareTo(Fraction.of(balance.balance().quantity())) != 0, "interest");
            reached.markIf(balance.asset() != null && balance.quantity().signum() < 0, "debt in an asset");
        }
    }

    private void requireReadings() {
        Scope whole = Scope.account(risk.account().id());
        for (Metric metric : Metric.values()) {
            if (metric.isDefinedFor(whole.type()) && (risk.account().isCross() || !metric.needsOwnEquity())) {
                requireReading(metric, whole);
            }
        }
        for (AllocationTarget target : risk.account().targets()) {
            requireReading(Metric.DRIFT, Scope.allocation(target.holding().id()));
        }
    }

    private void requirePositions() {
        int step = Math.max(1, risk.positions().size() / 2);
        for (int i = 0; i < risk.positions().size(); i += step) {
            PositionRisk engine = risk.positions().get(i);
            PlainPosition position = plain.positions().get(i);
            Purse purse = plain.purse(position.id());
            same("value", engine.value(), position.value());
            same("unrealised", engine.unrealisedPnl(), position.gain(position.x()));
            same("funding", engine.funding(), position.funding());
            same("maintenance", engine.maintenanceMargin(), purse.maintenance());
            same("initial", engine.initialMargin(), purse.initial());
            reached.markIf(position.funding().signum() != 0, "funding");
            Scope scope = Scope.position(engine.id());
            for (Metric metric : Metric.values()) {
                boolean canBeRead = engine.position().isIsolated() || !metric.needsOwnEquity();
                if (metric.isDefinedFor(scope.type()) && canBeRead) {
                    requireReading(metric, scope);
                }
            }
            new LevelAgreement(risk, engine, new PlainLevels(position, plain.rest(position)), reached).require(limit);
        }
    }

    private void requireReading(Metric metric, Scope scope) {
        Optional<Ratio> engine = risk.reading(metric, scope);
        Optional<Reading> reading = readings.read(metric, scope);
        assertThat(engine.isPresent()).as("%s of %s", metric, scope).isEqualTo(reading.isPresent());
        if (reading.isEmpty()) {
            return;
        }
        reached.mark(metric.name());
        Fraction value = reading.get().value();
        if (value == null) {
            reached.mark("unbounded");
            assertThat(engine.orElseThrow().isUnbounded())
                    .as("%s of %s", metric, scope)
                    .isTrue();
        } else {
            same(metric + " of " + scope, engine.orElseThrow(), value);
        }
        List<BigDecimal> limits = value == null ? List.of(limit) : List.of(limit, value.floor(18), value.ceiling(18));
        for (BigDecimal at : limits) {
            if (at.abs().compareTo(BOUND) < 0) {
                requireCrossings(engine.orElseThrow(), reading.get(), at);
                requireCall(metric, scope, at, engine.orElseThrow());
            }
        }
    }

    private void requireCrossings(Ratio engine, Reading reading, BigDecimal at) {
        boolean above = reading.isAbove(at);
        boolean exactly = reading.isAt(at);
        reached.markIf(exactly, "exactly at a limit");
        for (Comparison comparison : Comparison.values()) {
            boolean crossed = switch (comparison) {
                case AT_OR_ABOVE -> exactly || above;
                case ABOVE -> above;
                case AT_OR_BELOW -> exactly || !above;
                case BELOW -> !exactly && !above;
            };
            if (comparison.isCrossed(engine, at) != crossed) {
                throw new AssertionError(
                        "%s is%s %s %s".formatted(engine, crossed ? "" : " not", comparison.words(), at));
            }
        }
    }

    private void requireCall(Metric metric, Scope scope, BigDecimal clear, Ratio observed) {
        boolean isRatio = metric == Metric.MARGIN_RATIO || metric == Metric.LEVERAGE;
        boolean isOfDebt = metric == Metric.LTV || metric == Metric.HEALTH_FACTOR;
        if (!(metric.needsOwnEquity() || isOfDebt) || ((isRatio || isOfDebt) && clear.signum() <= 0)) {
            return;
        }
        BigDecimal amount = isOfDebt
                ? plain.lending().call(metric, clear)
                : PlainCall.amount(risk.account(), metric, readings.purse(scope), clear);
        reached.markIf(isOfDebt && amount.signum() > 0, "call for a debt");
        reached.markIf(amount.signum() > 0, "margin call");
        Comparison comparison = metric.isZeroAtRest() ? Comparison.ABOVE : Comparison.BELOW;
        Threshold threshold = new Threshold(ThresholdKind.MARGIN_CALL, scope, metric, comparison, clear, clear);
        BigDecimal called = MarginCallSizing.size(risk, new Breach(threshold, observed, NOBODY))
                .amount();
        if (called.compareTo(amount) != 0) {
            throw new AssertionError("%s calls for %s, but %s cures it".formatted(threshold, called, amount));
        }
    }

    /// @throws AssertionError unless the two are the same number
    static void same(String what, Ratio engine, Fraction plain) {
        boolean same = !engine.isUnbounded()
                && Fraction.of(engine.numerator())
                                .over(Fraction.of(engine.denominator()))
                                .compareTo(plain)
                        == 0;
        if (!same) {
            throw new AssertionError(
                    "%s: the engine says %s, the plain implementation %s".formatted(what, engine, plain));
        }
    }
}
