package io.plimsoll.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.RandomSnapshots.Drawn;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.reference.PlainRisk.Level;
import io.plimsoll.model.reference.PlainRisk.Purse;
import io.plimsoll.model.reference.PlainRisk.Reading;
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
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// The engine and [PlainRisk] agree, figure by figure and exactly, on generated accounts biased to the edges.
///
/// `-Dplimsoll.accounts=1000000` tries more of them.
class AgreementTest {

    private static final int ACCOUNTS = Integer.getInteger("plimsoll.accounts", 100_000);
    private static final int LARGE_ACCOUNTS = Math.max(4, ACCOUNTS / 10_000);
    private static final int LARGE = 1_000;
    private static final BigDecimal BOUND = BigDecimal.TEN.pow(20);
    private static final Provenance NOBODY = new Provenance("test", new SourcePlace("test", 1), List.of());

    private final LongAdder exactlyAtALimit = new LongAdder();
    private final LongAdder unbounded = new LongAdder();
    private final LongAdder levels = new LongAdder();
    private final LongAdder levelsInAnotherTier = new LongAdder();
    private final LongAdder calls = new LongAdder();

    @Test
    void agreesWithAPlainImplementation() {
        RandomCases.forAll(ACCOUNTS, random -> compare(RandomSnapshots.any(random)));

        // The generator must reach what it is meant to reach.
        System.out.printf(
                "%,d accounts: %,d readings exactly at a limit, %,d unbounded, %,d price levels, %,d of them in another"
                        + " tier than the mark, %,d margin calls%n",
                ACCOUNTS, exactlyAtALimit.sum(), unbounded.sum(), levels.sum(), levelsInAnotherTier.sum(), calls.sum());
        assertThat(exactlyAtALimit.sum()).isGreaterThan(ACCOUNTS / 4);
        assertThat(unbounded.sum()).isGreaterThan(ACCOUNTS / 10);
        assertThat(levels.sum()).isGreaterThan(ACCOUNTS / 2);
        assertThat(levelsInAnotherTier.sum()).isGreaterThan(ACCOUNTS / 20);
        assertThat(calls.sum()).isGreaterThan(ACCOUNTS / 4);
    }

    @Test
    void agreesOnAccountsOfAThousandPositions() {
        RandomCases.forAll(LARGE_ACCOUNTS, random -> compare(RandomSnapshots.any(random, LARGE)));
    }

    private void compare(Drawn drawn) {
        try {
            Snapshot snapshot = drawn.snapshot();
            AccountRisk risk = AccountRisk.of(snapshot);
            PlainRisk plain = new PlainRisk(snapshot);
            compareSums(risk, plain);
            compareReadings(risk, plain, drawn.limit());
            comparePositions(risk, plain, drawn.limit());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e + "\nlimit " + drawn.limit() + "\n" + drawn.snapshot(), e);
        }
    }

    private static void compareSums(AccountRisk risk, PlainRisk plain) {
        Purse purse = plain.account();
        assertSame("equity", risk.equity(), purse.equity());
        assertSame("net worth", risk.netWorth(), plain.netWorth());
        assertSame("exposure", risk.margin().exposure(), purse.exposure());
        assertSame("maintenance margin", risk.maintenanceMargin(), purse.maintenance());
        assertSame("initial margin", risk.initialMargin(), purse.initial());
        assertSame("free collateral", risk.freeCollateral(), purse.equity().minus(purse.initial()));
        assertSame("unrealised", risk.unrealisedPnl(), plain.gain());
    }

    private void compareReadings(AccountRisk risk, PlainRisk plain, BigDecimal limit) {
        Scope whole = Scope.account(risk.account().id());
        Purse purse = plain.account();
        for (Metric metric : PlainRisk.METRICS) {
            boolean canBeRead =
                    metric.isDefinedFor(whole.type()) && (risk.account().isCross() || !metric.needsOwnEquity());
            if (canBeRead) {
                compareReading(risk, plain, metric, whole, purse, limit);
            }
        }
        for (AllocationTarget target : risk.account().targets()) {
            compareReading(
                    risk, plain, Metric.DRIFT, Scope.allocation(target.holding().id()), purse, limit);
        }
    }

    private void comparePositions(AccountRisk risk, PlainRisk plain, BigDecimal limit) {
        int step = Math.max(1, risk.positions().size() / 2);
        for (int i = 0; i < risk.positions().size(); i += step) {
            PositionRisk engine = risk.positions().get(i);
            Position position = engine.position();
            Scope scope = Scope.position(position.instrument());
            Purse purse = plain.position(position);
            Purse rest = plain.rest(position);
            assertSame("notional", engine.notional(), purse.exposure());
            assertSame("unrealised", engine.unrealisedPnl(), plain.gain(position));
            assertSame("maintenance", engine.maintenanceMargin(), purse.maintenance());
            for (Metric metric : PlainRisk.METRICS) {
                boolean canBeRead =
                        metric.isDefinedFor(scope.type()) && (!risk.account().isCross() || !metric.needsOwnEquity());
                if (canBeRead) {
                    compareReading(risk, plain, metric, scope, purse, limit);
                }
            }
            compareLevel(
                    "liquidation",
                    engine,
                    PriceLevels.liquidationPrice(risk, engine),
                    plain.marginRatioLevel(position, rest, BigDecimal.ONE));
            compareLevel(
                    "limit",
                    engine,
                    PriceLevels.atMarginRatio(risk, engine, limit),
                    plain.marginRatioLevel(position, rest, limit));
            compareLevel(
                    "bankruptcy",
                    engine,
                    PriceLevels.bankruptcyPrice(risk, engine),
                    plain.bankruptcyLevel(position, rest));
        }
    }

    private void compareReading(
            AccountRisk risk, PlainRisk plain, Metric metric, Scope scope, Purse purse, BigDecimal drawn) {
        Optional<Ratio> engine = risk.reading(metric, scope);
        Optional<Reading> reading = plain.reading(metric, scope, purse);
        assertThat(engine.isPresent()).as("%s of %s", metric, scope).isEqualTo(reading.isPresent());
        if (reading.isEmpty()) {
            return;
        }
        Fraction value = reading.get().value();
        if (value == null) {
            unbounded.increment();
            assertThat(engine.orElseThrow().isUnbounded())
                    .as("%s of %s", metric, scope)
                    .isTrue();
        } else {
            assertSame(metric + " of " + scope, engine.orElseThrow(), value);
        }
        List<BigDecimal> limits = value == null ? List.of(drawn) : List.of(drawn, value.floor(18), value.ceiling(18));
        for (BigDecimal limit : limits) {
            if (limit.abs().compareTo(BOUND) < 0) {
                compareCrossings(engine.orElseThrow(), reading.get(), limit);
                compareCall(
                        risk,
                        purse,
                        new Threshold(ThresholdKind.MARGIN_CALL, scope, metric, dangerous(metric), limit, limit),
                        engine.orElseThrow());
            }
        }
    }

    private void compareCrossings(Ratio engine, Reading plain, BigDecimal limit) {
        boolean above = plain.isAbove(limit);
        boolean at = plain.isAt(limit);
        if (at) {
            exactlyAtALimit.increment();
        }
        for (Comparison comparison : Comparison.values()) {
            boolean crossed = switch (comparison) {
                case AT_OR_ABOVE -> at || above;
                case ABOVE -> above;
                case AT_OR_BELOW -> at || !above;
                case BELOW -> !at && !above;
            };
            if (comparison.isCrossed(engine, limit) != crossed) {
                throw new AssertionError(
                        "%s is%s %s %s".formatted(engine, crossed ? "" : " not", comparison.words(), limit));
            }
        }
    }

    private void compareCall(AccountRisk risk, Purse purse, Threshold threshold, Ratio observed) {
        boolean isRatio = threshold.metric() == Metric.MARGIN_RATIO || threshold.metric() == Metric.LEVERAGE;
        boolean canBeCured = threshold.metric().needsOwnEquity()
                && (!isRatio || threshold.clear().signum() > 0);
        if (!canBeCured) {
            return;
        }
        BigDecimal amount = PlainRisk.marginCall(threshold.metric(), purse, threshold.clear());
        if (amount.signum() > 0) {
            calls.increment();
        }
        BigDecimal called = MarginCallSizing.size(risk, new Breach(threshold, observed, NOBODY))
                .amount();
        if (called.compareTo(amount) != 0) {
            throw new AssertionError("%s calls for %s, but %s cures it".formatted(threshold, called, amount));
        }
    }

    private void compareLevel(String name, PositionRisk position, PriceLevel engine, Level plain) {
        String answer = switch (engine) {
            case PriceLevel.At _ -> "AT";
            case PriceLevel.Never _ -> "NEVER";
            case PriceLevel.Always _ -> "ALWAYS";
        };
        assertThat(answer).as("%s price of %s", name, position.id()).isEqualTo(plain.answer());
        if (plain.price() != null) {
            levels.increment();
            Ratio price = engine.level().orElseThrow();
            assertSame(name + " price of " + position.id(), price, plain.price());
            Ratio notional = price.times(position.position().quantity().abs())
                    .times(position.instrument().multiplier());
            boolean inTheTierOfTheMark = notional.compareTo(position.tier().floor()) >= 0
                    && position.tier()
                            .upperEnd()
                            .map(cap -> notional.compareTo(cap) < 0)
                            .orElse(true);
            if (!inTheTierOfTheMark) {
                levelsInAnotherTier.increment();
            }
        }
    }

    private static Comparison dangerous(Metric metric) {
        return switch (metric) {
            case MARGIN_RATIO,
                    LEVERAGE,
                    NOTIONAL,
                    TRAILING_LOSS,
                    DAILY_LOSS,
                    DRAWDOWN,
                    LARGEST_WEIGHT,
                    CONCENTRATION,
                    LTV,
                    DRIFT -> Comparison.ABOVE;
            case EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NET_PNL, RETURN, HEALTH_FACTOR -> Comparison.BELOW;
        };
    }

    private static void assertSame(String what, Ratio engine, Fraction plain) {
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
