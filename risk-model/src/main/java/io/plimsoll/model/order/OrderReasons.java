package io.plimsoll.model.order;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.order.CheckedOrder.Margined;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.ThresholdState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what speaks against an order.
///
/// @param snapshot the account before
/// @param split of the order
/// @param held the position, in contracts
record OrderReasons(Snapshot snapshot, ProposedOrder order, OrderSplit split, BigDecimal held) {

    /// What speaks against it whatever the account has: at most one thing.
    List<OrderReason> ofForm() {
        Instrument instrument = snapshot.instrument(order.instrument());
        boolean isWhole = order.quantity().remainder(instrument.lotSize()).signum() == 0;
        boolean closesAll = split.reducing().signum() > 0
                && split.reducing().compareTo(held.abs()) == 0
                && (split.isReducing() || order.reduceOnly());
        if (!isWhole && !closesAll) {
            return List.of(new OrderReason.BrokenLot(instrument.lotSize()));
        }
        if (!order.reduceOnly() || split.isReducing()) {
            return List.of();
        }
        return List.of(
                split.reducing().signum() == 0
                        ? new OrderReason.NothingToReduce()
                        : new OrderReason.BeyondPosition(held));
    }

    /// The verdict where [#ofForm()] found something.
    Verdict verdictOfForm() {
        return ofForm().getFirst() instanceof OrderReason.BeyondPosition ? Verdict.REDUCE_ONLY : Verdict.REJECT;
    }

    /// What speaks against opening, in the order of moments and of thresholds.
    ///
    /// @param worst null if there is nothing worse than `filled`
    List<OrderReason> ofAccount(Margined before, Margined filled, @Nullable Margined worst) {
        List<OrderReason> reasons = new ArrayList<>();
        restricting(before)
                .filter(this::isConcerned)
                .map(OrderReason.Restricted::new)
                .forEach(reasons::add);
        crossed(before, filled, Moment.FILLED).forEach(reasons::add);
        if (filled.free().signum() < 0) {
            reasons.add(new OrderReason.Margin(filled.free(), Moment.FILLED));
        }
        if (worst != null) {
            crossed(before, worst, Moment.WORST)
                    .filter(reason -> !isNamed(reason, reasons))
                    .forEach(reasons::add);
            if (worst.free().signum() < 0 && filled.free().signum() >= 0) {
                reasons.add(new OrderReason.Margin(worst.free(), Moment.WORST));
            }
        }
        return reasons;
    }

    /// What is crossed then and was not before. What concerns the order and was crossed before is a reason of
    /// its own; what does not concern it and was crossed before is none of its doing.
    private static Stream<OrderReason.WouldCross> crossed(Margined before, Margined then, Moment when) {
        List<ThresholdState> already = restricting(before).toList();
        return restricting(then)
                .filter(state -> already.stream().noneMatch(other -> isSame(state, other)))
                .map(state -> new OrderReason.WouldCross(state, when));
    }

    private static boolean isNamed(OrderReason.WouldCross reason, List<OrderReason> reasons) {
        return reasons.stream()
                .anyMatch(other ->
                        other instanceof OrderReason.WouldCross named && isSame(named.threshold(), reason.threshold()));
    }

    private static boolean isSame(ThresholdState state, ThresholdState other) {
        return state.threshold().competesWith(other.threshold());
    }

    private static Stream<ThresholdState> restricting(Margined account) {
        return account.standing().thresholds().stream()
                .filter(state -> state.threshold().kind().restrictsTrading() && state.isCrossed());
    }

    /// Whether a threshold is about the account as a whole or about what the order trades.
    private boolean isConcerned(ThresholdState state) {
        Scope scope = state.threshold().scope();
        return scope.type() == ScopeType.ACCOUNT || scope.id().equals(order.instrument());
    }
}
