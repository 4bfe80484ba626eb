package io.plimsoll.service.replay;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One account on its way along the prices, as a monitor that sees every tick would have it.
///
/// Between two prices of a candle the first tick that crosses a threshold is searched, and the account is
/// evaluated there. Liquidations are filled at that mark; margin calls stay unanswered. A breach acts once,
/// until it clears.
final class AccountReplay {

    private final ReplayBook book;
    private final Function<Snapshot, Decision> rules;
    private final List<ReplayEvent> events = new ArrayList<>();
    private final Set<Breach> open = new HashSet<>();
    private Snapshot snapshot;
    private List<Threshold> uncrossed = List.of();

    AccountReplay(ReplayBook book, Snapshot start, Function<Snapshot, Decision> rules) {
        this.book = book;
        this.rules = rules;
        this.snapshot = start;
    }

    /// The account at the last price that was walked to.
    Snapshot snapshot() {
        return snapshot;
    }

    /// What happened, in order.
    List<ReplayEvent> events() {
        return events;
    }

    /// Walks along the prices of one candle. It opens where it opens: between two candles the price jumps.
    void walk(Candle candle) {
        List<BigDecimal> path = candle.path();
        decide(candle.time(), path.getFirst());
        path.stream().skip(1).forEach(price -> walkTo(candle.time(), price));
    }

    private void walkTo(Instant hour, BigDecimal price) {
        BigInteger steps = stepsTo(price);
        while (steps.signum() > 0 && isCrossedAfter(steps, price)) {
            BigInteger first = firstCrossing(steps, price);
            decide(hour, after(first, price));
            steps = stepsTo(price);
        }
        decide(hour, price);
    }

    /// Evaluates at a mark, lets the actions of new breaches happen, and looks again, until nothing new
    /// happens.
    private void decide(Instant hour, BigDecimal mark) {
        snapshot = book.at(snapshot, hour, mark);
        Decision decision = rules.apply(snapshot);
        clear(hour, mark, decision);
        boolean acted = true;
        while (acted) {
            acted = false;
            for (TriggeredAction action : decision.actions()) {
                acted |= act(hour, mark, action);
            }
            if (acted) {
                snapshot = book.at(snapshot, hour, mark);
                decision = rules.apply(snapshot);
                clear(hour, mark, decision);
            }
        }
        uncrossed = decision.thresholds().stream()
                .filter(state -> !state.isCrossed())
                .map(ThresholdState::threshold)
                .toList();
    }

    private boolean act(Instant hour, BigDecimal mark, TriggeredAction triggered) {
        List<Breach> fresh = triggered.breaches().stream()
                .filter(breach -> !isOpen(breach.threshold()))
                .toList();
        if (fresh.isEmpty()) {
            return false;
        }
        open.addAll(fresh);
        String account = snapshot.account().id();
        return switch (triggered.action()) {
            case Action.MarginCall call -> {
                events.add(new ReplayEvent.Called(hour, account, mark, call, fresh.getFirst()));
                yield false;
            }
            case Action.Liquidation liquidation -> {
                events.add(new ReplayEvent.Liquidated(hour, account, mark, liquidation));
                snapshot = book.with(snapshot, Fills.apply(snapshot, liquidation.closings(), liquidation.insurance()));
                yield true;
            }
            case Action.ReduceLeverage reduction -> reduced(hour, mark, reduction.closings());
            case Action.ClosePosition close -> reduced(hour, mark, List.of(close.closing()));
            // A replay is of positions; debts are not repaid in it.
            case Action.CollateralLiquidation liquidation -> false;
            // Nobody opens a position in a replay.
            case Action.RestrictTrading restriction -> false;
            case Action.Alert alert -> false;
            // Rebalancing is not part of a replay: the trades would say nothing about the crash.
            case Action.Rebalance rebalance -> false;
        };
    }

    private boolean reduced(Instant hour, BigDecimal mark, List<ClosingOrder> closings) {
        events.add(new ReplayEvent.Reduced(hour, snapshot.account().id(), mark, closings));
        snapshot = book.with(snapshot, Fills.apply(snapshot, closings, BigDecimal.ZERO));
        return !closings.isEmpty();
    }

    private void clear(Instant hour, BigDecimal mark, Decision decision) {
        AccountRisk risk = decision.risk();
        for (Breach breach : List.copyOf(open)) {
            boolean gone = decision.thresholds().stream()
                    .noneMatch(state -> state.threshold().competesWith(breach.threshold()));
            boolean cleared = gone
                    || risk.reading(breach.metric(), breach.scope())
                            .map(breach.threshold()::isClearedBy)
                            .orElse(true);
            if (cleared) {
                open.remove(breach);
                events.add(new ReplayEvent.Cleared(hour, snapshot.account().id(), mark, breach));
            }
        }
    }

    private boolean isOpen(Threshold threshold) {
        return open.stream().anyMatch(breach -> breach.threshold().competesWith(threshold));
    }

    private boolean isCrossedAfter(BigInteger steps, BigDecimal price) {
        AccountRisk risk = AccountRisk.of(book.at(snapshot, snapshot.asOf(), after(steps, price)));
        return uncrossed.stream()
                .anyMatch(threshold -> risk.reading(threshold.metric(), threshold.scope())
                        .map(threshold::isCrossedBy)
                        .orElse(false));
    }

    /// The fewest ticks towards the price that cross a threshold, given that all of them do.
    private BigInteger firstCrossing(BigInteger steps, BigDecimal price) {
        BigInteger safe = BigInteger.ZERO;
        BigInteger crossed = steps;
        while (crossed.subtract(safe).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = safe.add(crossed).shiftRight(1);
            if (isCrossedAfter(middle, price)) {
                crossed = middle;
            } else {
                safe = middle;
            }
        }
        return crossed;
    }

    private BigInteger stepsTo(BigDecimal price) {
        return price.subtract(snapshotMark())
                .abs()
                .divide(book.tick(), 0, RoundingMode.DOWN)
                .toBigInteger();
    }

    private BigDecimal after(BigInteger steps, BigDecimal price) {
        BigDecimal way = new BigDecimal(steps).multiply(book.tick());
        BigDecimal mark = snapshotMark();
        return price.compareTo(mark) < 0 ? mark.subtract(way) : mark.add(way);
    }

    private BigDecimal snapshotMark() {
        return snapshot.mark(book.marks().getFirst()).price();
    }
}
