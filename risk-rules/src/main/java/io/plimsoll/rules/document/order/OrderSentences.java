package io.plimsoll.rules.document.order;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.order.CheckedOrder;
import io.plimsoll.model.order.Moment;
import io.plimsoll.model.order.OrderReason;
import io.plimsoll.model.order.ProposedOrder;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.document.decision.Ratios;
import io.plimsoll.rules.document.decision.Words;

/// What is said to people about an order.
///
/// @param checked the order
record OrderSentences(CheckedOrder checked) {

    String summary() {
        String order = order(checked.order());
        return switch (checked.verdict()) {
            case ACCEPT -> order + " may go.";
            case REDUCE_ONLY ->
                "Of %s %s may go, reduce-only. %s".formatted(order, Ratios.plain(checked.quantity()), first());
            case REJECT -> "%s may not go. %s".formatted(order, first());
        };
    }

    String detail(OrderReason reason) {
        return switch (reason) {
            case OrderReason.BrokenLot broken ->
                "The quantity (%s) is no multiple of the lot (%s)."
                        .formatted(Ratios.plain(checked.order().quantity()), Ratios.plain(broken.lotSize()));
            case OrderReason.NothingToReduce _ ->
                "It may only reduce, and there is no position in %s that it could reduce."
                        .formatted(checked.order().instrument());
            case OrderReason.BeyondPosition beyond ->
                "It may only reduce, and the position is %s.".formatted(Ratios.plain(beyond.position()));
            case OrderReason.Restricted restricted -> restricted(restricted.threshold());
            case OrderReason.WouldCross crossing -> crossing(crossing.threshold()) + then(crossing.when());
            case OrderReason.Margin margin ->
                "Initial margin would exceed what there is for it by %s %s"
                                .formatted(margin.free().negate().briefText(), currency())
                        + then(margin.when());
        };
    }

    private String first() {
        return detail(checked.reasons().getFirst());
    }

    private static String order(ProposedOrder order) {
        String price = order.limitPrice() == null ? "the market" : Ratios.plain(order.limitPrice());
        return "%s %s %s at %s%s"
                .formatted(
                        order.side(),
                        Ratios.plain(order.quantity()),
                        order.instrument(),
                        price,
                        order.reduceOnly() ? ", reduce-only," : "");
    }

    private static String restricted(ThresholdState state) {
        return "The %s is %s already (%s): it may only be reduced."
                .formatted(metric(state), past(state), state.threshold().kind());
    }

    private static String crossing(ThresholdState state) {
        return "The %s would be %s (%s)"
                .formatted(metric(state), past(state), state.threshold().kind());
    }

    private static String metric(ThresholdState state) {
        Threshold threshold = state.threshold();
        Ratio observed = state.observed();
        return "%s of %s (%s)"
                .formatted(
                        Words.metric(threshold.metric()),
                        Words.scope(threshold.scope()),
                        observed == null ? "unknown" : observed.briefText());
    }

    private static String past(ThresholdState state) {
        return "%s %s"
                .formatted(
                        state.threshold().comparison().words(),
                        Ratios.plain(state.threshold().limit()));
    }

    private static String then(Moment when) {
        return switch (when) {
            case BEFORE, FILLED -> ".";
            case WORST -> " once everything on the worst side of each instrument has filled.";
        };
    }

    private String currency() {
        return checked.before().standing().snapshot().account().currency();
    }
}
