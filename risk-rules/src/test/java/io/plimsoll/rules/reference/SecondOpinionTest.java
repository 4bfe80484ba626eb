package io.plimsoll.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.reference.PlainDecision.Row;
import io.plimsoll.rules.reference.PlainDecision.Watched;
import io.plimsoll.rules.source.Sources;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A second, plain implementation with exact fractions agrees with every decision about 100,000 accounts.
class SecondOpinionTest {

    private static final int ACCOUNTS = 100_000;

    /// What the accounts turned out to be, so that the test can't become empty.
    private enum Seen {
        HEALTHY,
        CALLED,
        CALLED_AT_THE_LIMIT,
        CALLED_FOR_A_DEBT,
        LIQUIDATED_IN_PART,
        LIQUIDATED_IN_FULL,
        LIQUIDATED_AT_THE_LIMIT
    }

    private final Map<String, Row> rows = PlainDecision.rows(Sources.text(Sources.standard(), "tables/margin.csv"));
    private final Map<Seen, AtomicInteger> seen = new EnumMap<>(Seen.class);

    @Test
    void agreesWithTheEngine() {
        for (Seen what : Seen.values()) {
            seen.put(what, new AtomicInteger());
        }
        try (RuleSetVersion standard = RuleSetCheck.check(Sources.standard())) {
            LongStream.range(0, ACCOUNTS).parallel().forEach(seed -> compare(seed, standard));
        }
        assertThat(seen)
                .allSatisfy(
                        (what, times) -> assertThat(times.get()).as(what.name()).isGreaterThan(1_000));
    }

    private void compare(long seed, RuleSetVersion version) {
        Snapshot snapshot = EdgeAccounts.of(seed);
        try {
            compare(snapshot, version.evaluate(snapshot));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed %d: %s%n%s"
                            .formatted(
                                    seed,
                                    e.getMessage(),
                                    new String(SnapshotWriter.write(snapshot), StandardCharsets.UTF_8)),
                    e);
        }
    }

    private void compare(Snapshot snapshot, Decision decision) {
        PlainDecision plain = new PlainDecision(rows, snapshot);
        int actions = 0;
        int thresholds = 0;
        for (Watched watched : plain.watched()) {
            Expected expected = expected(plain, watched, snapshot.account().isCross(), decision);
            thresholds += expected.thresholds();
            actions += expected.action().isPresent() ? 1 : 0;
            List<TriggeredAction> chosen = decision.actions().stream()
                    .filter(action -> action.action().scope().id().equals(watched.id()))
                    .toList();
            assertThat(chosen).hasSize(expected.action().isPresent() ? 1 : 0);
            expected.action()
                    .ifPresent(kind ->
                            compare(plain, watched, kind, chosen.getFirst().action()));
        }
        assertThat(decision.thresholds()).hasSize(thresholds);
        assertThat(decision.actions()).hasSize(actions);
        if (actions == 0) {
            seen(Seen.HEALTHY);
        }
    }

    /// @param action the kind of breach that is acted upon, if any
    private record Expected(int thresholds, Optional<ThresholdKind> action) {}

    private Expected expected(PlainDecision plain, Watched watched, boolean cross, Decision decision) {
        int thresholds = 0;
        boolean called = false;
        boolean liquidated = false;
        if (!watched.rows().isEmpty()) {
            Map<String, Fraction> held = PlainDecision.held(watched);
            Row call = PlainDecision.strictestCall(watched.rows());
            Row liquidation = PlainDecision.strictestLiquidation(watched.rows());
            called = plain.isAtOrAbove(watched, held, call.call());
            liquidated = plain.isAtOrAbove(watched, held, liquidation.liquidation());
            if (called && plain.isCleared(watched, held, call.call())) {
                seen(Seen.CALLED_AT_THE_LIMIT);
            }
            if (liquidated && plain.isCleared(watched, held, liquidation.liquidation())) {
                seen(Seen.LIQUIDATED_AT_THE_LIMIT);
            }
            compare(decision, watched, ThresholdKind.MARGIN_CALL, call.call(), call.callClear(), called);
            compare(
                    decision,
                    watched,
                    ThresholdKind.LIQUIDATION,
                    liquidation.liquidation(),
                    liquidation.liquidationClear(),
                    liquidated);
            thresholds += 2;
        }
        if (cross) {
            boolean inDebt = watched.equity().signum() < 0;
            assertThat(threshold(decision, watched, ThresholdKind.MARGIN_CALL, Metric.EQUITY)
                            .isCrossed())
                    .isEqualTo(inDebt);
            called |= inDebt;
            thresholds++;
        }
        Optional<ThresholdKind> action = liquidated
                ? Optional.of(ThresholdKind.LIQUIDATION)
                : called ? Optional.of(ThresholdKind.MARGIN_CALL) : Optional.empty();
        return new Expected(thresholds, action);
    }

    private static void compare(
            Decision decision,
            Watched watched,
            ThresholdKind kind,
            BigDecimal limit,
            BigDecimal clear,
            boolean crossed) {
        ThresholdState state = threshold(decision, watched, kind, Metric.MARGIN_RATIO);
        assertThat(state.threshold().limit()).isEqualByComparingTo(limit);
        assertThat(state.threshold().clear()).isEqualByComparingTo(clear);
        assertThat(state.overruled()).hasSize(watched.rows().size() - 1);
        assertThat(state.isCrossed()).as("%s is crossed", kind).isEqualTo(crossed);
    }

    private static ThresholdState threshold(Decision decision, Watched watched, ThresholdKind kind, Metric metric) {
        return decision.thresholds().stream()
                .filter(state -> state.threshold().kind() == kind
                        && state.threshold().metric() == metric
                        && state.threshold().scope().id().equals(watched.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s by %s.".formatted(kind, metric)));
    }

    private void compare(PlainDecision plain, Watched watched, ThresholdKind expected, Action action) {
        switch (action) {
            case MarginCall call -> {
                assertThat(expected).isEqualTo(ThresholdKind.MARGIN_CALL);
                assertThat(call.amount()).isEqualByComparingTo(amount(plain, watched));
                seen(watched.equity().signum() < 0 ? Seen.CALLED_FOR_A_DEBT : Seen.CALLED);
            }
            case Liquidation liquidation -> {
                assertThat(expected).isEqualTo(ThresholdKind.LIQUIDATION);
                compare(plain, watched, liquidation);
            }
            case Action.Rebalance rebalance -> throw new AssertionError("Nothing has a target: " + rebalance);
            case Action.CollateralLiquidation _,
                    Action.ReduceLeverage _,
                    Action.ClosePosition _,
                    Action.RestrictTrading _,
                    Action.Alert _ -> throw new AssertionError("No rule asks for it: " + action);
        }
    }

    private static BigDecimal amount(PlainDecision plain, Watched watched) {
        BigDecimal forDebt = PlainDecision.callForDebt(watched);
        return watched.rows().isEmpty()
                ? forDebt
                : plain.callFor(
                                watched,
                                PlainDecision.strictestCall(watched.rows()).callClear())
                        .max(forDebt);
    }

    private void compare(PlainDecision plain, Watched watched, Liquidation liquidation) {
        BigDecimal clear = PlainDecision.strictestLiquidation(watched.rows()).liquidationClear();
        Map<String, Fraction> left = PlainDecision.held(watched);
        for (Trade order : liquidation.orders()) {
            assertThat(order.side())
                    .isEqualTo(Side.of(-position(watched, order).quantity().signum()));
            left.merge(order.holding().id(), Fraction.of(order.quantity()), Fraction::minus);
        }
        assertThat(left.values())
                .allSatisfy(contracts -> assertThat(contracts.signum()).isNotNegative());
        assertThat(plain.isCleared(watched, left, clear)).as("is cured").isTrue();
        for (Trade order : liquidation.orders()) {
            Map<String, Fraction> more = new HashMap<>(left);
            more.put(order.holding().id(), withOneLotLess(plain, watched, order));
            assertThat(plain.isCleared(watched, more, clear))
                    .as("is cured by one lot less of %s", order.holding().id())
                    .isFalse();
        }
        boolean full = left.values().stream().allMatch(contracts -> contracts.signum() == 0);
        assertThat(liquidation.full()).isEqualTo(full);
        assertThat(Fraction.of(liquidation.shortfall()))
                .usingComparator(Fraction::compareTo)
                .isEqualTo(watched.equity().signum() < 0 ? Fraction.ZERO.minus(watched.equity()) : Fraction.ZERO);
        seen(full ? Seen.LIQUIDATED_IN_FULL : Seen.LIQUIDATED_IN_PART);
    }

    /// What is left of a position if its order is one lot smaller; the last lot of a position may be a broken
    /// one.
    private static Fraction withOneLotLess(PlainDecision plain, Watched watched, Trade order) {
        BigDecimal lot = plain.lotOf(order.holding().id());
        BigDecimal broken = order.quantity().remainder(lot);
        BigDecimal smaller = order.quantity().subtract(broken.signum() == 0 ? lot : broken);
        return Fraction.of(position(watched, order).quantity().abs()).minus(Fraction.of(smaller));
    }

    private static Position position(Watched watched, Trade order) {
        return watched.positions().stream()
                .filter(position -> position.instrument().equals(order.holding().id()))
                .findFirst()
                .orElseThrow();
    }

    private void seen(Seen what) {
        seen.get(what).incrementAndGet();
    }
}
