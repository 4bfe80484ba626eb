package io.plimsoll.model.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.RandomBooks;
import io.plimsoll.model.RandomCases;
import io.plimsoll.model.RandomSnapshots;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.decision.Standing;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.ThresholdState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds for every order, on generated accounts of everything that an account can hold.
class OrderLawsTest {

    private static final int CASES = Integer.getInteger("plimsoll.cases", 3_000);
    private static final OrderCheck CHECK = new OrderCheck(Ladder::standing);

    @Test
    void whatOnlyReducesIsNeverRejected() {
        AtomicInteger troubled = new AtomicInteger();
        AtomicInteger cut = new AtomicInteger();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = any(random);
            reducing(random, snapshot)
                    .flatMap(order -> checked(snapshot, order))
                    .ifPresent(checked -> {
                        assertThat(checked.verdict()).isNotEqualTo(Verdict.REJECT);
                        assertThat(checked.quantity()).isEqualTo(checked.order().quantity());
                        boolean restsNothing = snapshot.account().orders().stream()
                                .noneMatch(order -> order.instrument()
                                        .equals(checked.order().instrument()));
                        if (restsNothing || checked.order().reduceOnly()) {
                            assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPT);
                        }
                        troubled.addAndGet(
                                restricted(checked.before().standing()).isEmpty() ? 0 : 1);
                        cut.addAndGet(checked.verdict() == Verdict.REDUCE_ONLY ? 1 : 0);
                    });
        });
        assertThat(troubled).hasValueGreaterThan(CASES / 20);
        assertThat(cut).hasValueGreaterThan(0);
    }

    @Test
    void whatIsAcceptedAndOpensLeavesNoNewBreachOnceItHasFilled() {
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = any(random);
            opening(random, snapshot).flatMap(order -> checked(snapshot, order)).ifPresent(checked -> {
                boolean opens = !OrderSplit.of(held(snapshot, checked.order().instrument()), checked.order())
                        .isReducing();
                if (checked.verdict() != Verdict.ACCEPT || !opens) {
                    refused.addAndGet(checked.verdict() == Verdict.ACCEPT ? 0 : 1);
                    return;
                }
                Snapshot filled =
                        AccountFills.apply(snapshot, List.of(Fill.of(snapshot, checked.order(), checked.quantity())));
                assertThat(restricted(Ladder.standing(filled))).isSubsetOf(restricted(Ladder.standing(snapshot)));
                assertThat(AccountRisk.of(filled).orderMargin().signum()).isNotNegative();
                accepted.incrementAndGet();
            });
        });
        assertThat(accepted).hasValueGreaterThan(CASES / 20);
        assertThat(refused).hasValueGreaterThan(CASES / 20);
    }

    @Test
    void whatIsAcceptedAndRestsLeavesNoNewBreachOnceItsSideHasFilled() {
        AtomicInteger tried = new AtomicInteger();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = any(random);
            opening(random, snapshot).flatMap(order -> checked(snapshot, order)).ifPresent(checked -> {
                if (checked.verdict() != Verdict.ACCEPT || checked.worst() == null) {
                    return;
                }
                List<Fill> fills = new ArrayList<>();
                fills.add(Fill.of(snapshot, checked.order(), checked.quantity()));
                for (Order resting : snapshot.account().orders()) {
                    if (resting.instrument().equals(checked.order().instrument())
                            && resting.side() == checked.order().side()
                            && !resting.reduceOnly()) {
                        fills.add(Fill.of(snapshot, resting));
                    }
                }
                Snapshot filled = AccountFills.apply(snapshot, fills);
                Snapshot alone = filled.with(filled.account().withOrders(List.of()));
                assertThat(restricted(Ladder.standing(alone))).isSubsetOf(restricted(Ladder.standing(snapshot)));
                tried.incrementAndGet();
            });
        });
        assertThat(tried).hasValueGreaterThan(CASES / 200);
    }

    @Test
    void reduceOnlyNeverOpensAnything() {
        AtomicInteger tried = new AtomicInteger();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = any(random);
            any(random, snapshot, true)
                    .flatMap(order -> checked(snapshot, order))
                    .ifPresent(checked -> {
                        BigDecimal before = held(snapshot, checked.order().instrument());
                        BigDecimal after = held(
                                checked.filled().standing().snapshot(),
                                checked.order().instrument());
                        assertThat(after.abs()).isLessThanOrEqualTo(before.abs());
                        assertThat(after.signum() * before.signum()).isNotNegative();
                        tried.incrementAndGet();
                    });
        });
        assertThat(tried).hasValueGreaterThan(CASES / 2);
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        RandomCases.forAll(CASES / 10, random -> {
            Snapshot snapshot = any(random);
            any(random, snapshot, random.nextBoolean())
                    .ifPresent(order -> assertThat(checked(snapshot, order)).isEqualTo(checked(snapshot, order)));
        });
    }

    @Test
    void aFillAtTheMarkOrWorseNeverAddsEquity() {
        AtomicInteger tried = new AtomicInteger();
        RandomCases.forAll(CASES, random -> {
            Snapshot snapshot = any(random);
            if (snapshot.account().marginMode() != MarginMode.CROSS) {
                return;
            }
            any(random, snapshot, false)
                    .flatMap(order -> checked(snapshot, order))
                    .ifPresent(checked -> {
                        Ratio before = checked.before().standing().risk().equity();
                        Ratio after = checked.filled().standing().risk().equity();
                        assertThat(after.compareTo(before)).isNotPositive();
                        tried.incrementAndGet();
                    });
        });
        assertThat(tried).hasValueGreaterThan(CASES / 10);
    }

    /// Of a position with margin of its own it is not so: a tier with less leverage sets more margin aside
    /// for it, and can bring it out of the reach of a call.
    @Test
    void oneLotMoreThanTheMostThatIsAcceptedIsNot() {
        AtomicInteger found = new AtomicInteger();
        RandomCases.forAll(CASES / 10, random -> {
            Snapshot flat = flat(RandomSnapshots.any(random, 1).snapshot(), random);
            if (!flat.account().isCross()) {
                return;
            }
            Instrument instrument = flat.instruments().getFirst();
            Predicate<BigDecimal> isAccepted =
                    lots -> CHECK.check(flat, market(instrument, lots)).verdict() == Verdict.ACCEPT;
            BigDecimal low = BigDecimal.ZERO;
            BigDecimal high = BigDecimal.valueOf(1L << 40);
            if (isAccepted.test(high)) {
                return;
            }
            while (high.subtract(low).compareTo(BigDecimal.ONE) > 0) {
                BigDecimal middle = low.add(high).divide(BigDecimal.TWO, 0, RoundingMode.DOWN);
                if (isAccepted.test(middle)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            BigDecimal most = low;
            for (long more : new long[] {1, 2, 3, 10, 1000, 1 << 20}) {
                assertThat(isAccepted.test(most.add(BigDecimal.valueOf(more)))).isFalse();
            }
            for (int part = 1; part < 8; part++) {
                BigDecimal less =
                        most.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(8), 0, RoundingMode.DOWN);
                assertThat(less.signum() == 0 || isAccepted.test(less)).isTrue();
            }
            found.addAndGet(most.signum());
        });
        assertThat(found).hasValueGreaterThan(CASES / 50);
    }

    private static Snapshot any(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? RandomSnapshots.any(random).snapshot()
                : RandomBooks.any(random).snapshot();
    }

    /// Empty if the account would leave the bounds of facts.
    private static Optional<CheckedOrder> checked(Snapshot snapshot, ProposedOrder order) {
        try {
            return Optional.of(CHECK.check(snapshot, order));
        } catch (InvalidFactException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProposedOrder> reducing(SplittableRandom random, Snapshot snapshot) {
        List<Position> positions = snapshot.account().positions();
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        Position position = positions.get(random.nextInt(positions.size()));
        BigDecimal lot = snapshot.instrument(position.instrument()).lotSize();
        BigDecimal part = position.quantity().abs().multiply(BigDecimal.valueOf(random.nextInt(1, 10), 1));
        BigDecimal whole = part.divide(lot, 0, RoundingMode.DOWN).multiply(lot);
        boolean closes = whole.signum() == 0 || random.nextInt(3) == 0;
        return Optional.of(new ProposedOrder(
                position.instrument(),
                position.isLong() ? Side.SELL : Side.BUY,
                closes ? position.quantity().abs() : whole,
                limit(random, snapshot, position.instrument()),
                random.nextInt(4) == 0));
    }

    private static Optional<ProposedOrder> opening(SplittableRandom random, Snapshot snapshot) {
        return any(random, snapshot, false);
    }

    private static Optional<ProposedOrder> any(SplittableRandom random, Snapshot snapshot, boolean reduceOnly) {
        if (snapshot.instruments().isEmpty()) {
            return Optional.empty();
        }
        Instrument instrument =
                snapshot.instruments().get(random.nextInt(snapshot.instruments().size()));
        BigDecimal lots = BigDecimal.valueOf(random.nextLong(1, 1L << random.nextInt(1, 30)));
        return Optional.of(new ProposedOrder(
                instrument.id(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                instrument.lotSize().multiply(lots),
                limit(random, snapshot, instrument.id()),
                reduceOnly));
    }

    private static @Nullable BigDecimal limit(SplittableRandom random, Snapshot snapshot, String instrument) {
        BigDecimal mark = snapshot.mark(instrument).price();
        return switch (random.nextInt(4)) {
            case 0 -> mark;
            case 1 -> mark.multiply(new BigDecimal("1.01")).setScale(18, RoundingMode.UP);
            case 2 -> mark.multiply(new BigDecimal("0.99")).setScale(18, RoundingMode.UP);
            default -> null;
        };
    }

    private static ProposedOrder market(Instrument instrument, BigDecimal lots) {
        return new ProposedOrder(instrument.id(), Side.BUY, instrument.lotSize().multiply(lots), null, false);
    }

    /// The account without positions, and with cash.
    private static Snapshot flat(Snapshot snapshot, SplittableRandom random) {
        Snapshot rich = RandomSnapshots.withMore(snapshot, BigDecimal.valueOf(random.nextInt(1_000_000)));
        return rich.with(rich.account().with(rich.account().balances(), List.of()));
    }

    private static BigDecimal held(Snapshot snapshot, String instrument) {
        return snapshot.account().positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .map(Position::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static List<String> restricted(Standing standing) {
        return standing.thresholds().stream()
                .filter(ThresholdState::isCrossed)
                .map(ThresholdState::threshold)
                .filter(threshold -> threshold.kind().restrictsTrading())
                .map(threshold -> threshold.kind() + " " + threshold.scope())
                .toList();
    }
}
