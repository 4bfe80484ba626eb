package io.plimsoll.service.replay;

import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What happened, hour by hour, in words; and what is left.
///
/// @param out where it is printed
record ReplayReport(PrintWriter out) {

    /// One hour; nothing is printed if nothing happened.
    ///
    /// @param candle the hour
    /// @param events of that hour, each account's in order
    void hour(Candle candle, List<ReplayEvent> events) {
        String when = candle.time().toString().substring(0, 16).replace('T', ' ');
        for (Map.Entry<String, List<ReplayEvent>> entry : byAccount(events).entrySet()) {
            for (String sentence : sentences(entry.getValue())) {
                out.printf(Locale.ROOT, "%-17s  %-16s  %s%n", when, entry.getKey(), sentence);
            }
        }
    }

    /// The end.
    void summary(Instant from, Instant to, List<AccountReplay> accounts, List<Snapshot> starts) {
        out.printf(Locale.ROOT, "%nFrom %s to %s:%n%n", from, to);
        out.printf(
                Locale.ROOT,
                "%-16s  %16s  %16s  %6s  %18s  %12s%n",
                "account",
                "equity at start",
                "equity at end",
                "calls",
                "liquidated",
                "bad debt");
        for (int i = 0; i < accounts.size(); i++) {
            AccountReplay replay = accounts.get(i);
            out.printf(
                    Locale.ROOT,
                    "%-16s  %16s  %16s  %6d  %18s  %12s%n",
                    replay.snapshot().account().id(),
                    money(AccountRisk.of(starts.get(i)).equity().amount()),
                    money(AccountRisk.of(replay.snapshot()).equity().amount()),
                    count(replay.events(), ReplayEvent.Called.class),
                    money(liquidated(replay.events())),
                    money(shortfall(replay.events())));
        }
    }

    private static Map<String, List<ReplayEvent>> byAccount(List<ReplayEvent> events) {
        Map<String, List<ReplayEvent>> byAccount = new LinkedHashMap<>();
        events.forEach(event -> byAccount
                .computeIfAbsent(event.account(), account -> new ArrayList<>())
                .add(event));
        return byAccount;
    }

    /// Consecutive liquidations of an hour become one sentence: they are steps of one fall.
    private static List<String> sentences(List<ReplayEvent> events) {
        List<String> sentences = new ArrayList<>();
        List<ReplayEvent.Liquidated> steps = new ArrayList<>();
        for (ReplayEvent event : events) {
            switch (event) {
                case ReplayEvent.Called called -> sentences.add(called(called));
                case ReplayEvent.Liquidated liquidated -> steps.add(liquidated);
                case ReplayEvent.Reduced reduced ->
                    reduced.closings().forEach(closing -> sentences.add(reduced(closing.trade())));
                case ReplayEvent.Cleared cleared -> {
                    // The end of a breach that was liquidated away is part of the liquidation.
                }
            }
        }
        if (!steps.isEmpty()) {
            sentences.addAll(liquidations(steps));
        }
        return sentences;
    }

    private static String called(ReplayEvent.Called called) {
        return "called for %s at %s: %s %s, limit %s"
                .formatted(
                        money(called.call().amount()),
                        called.mark().toPlainString(),
                        called.breach().metric(),
                        called.breach().observed().briefText(),
                        called.breach().threshold().limit().toPlainString());
    }

    private static String reduced(Trade trade) {
        return "reduced: %s %s, %s at %s"
                .formatted(
                        trade.side(),
                        trade.holding().id(),
                        trade.quantity().toPlainString(),
                        trade.mark().toPlainString());
    }

    private static List<String> liquidations(List<ReplayEvent.Liquidated> steps) {
        Map<String, List<Trade>> orders = new LinkedHashMap<>();
        steps.forEach(step -> step.liquidation()
                .orders()
                .forEach(order -> orders.computeIfAbsent(
                                order.side() + " " + order.holding().id(), side -> new ArrayList<>())
                        .add(order)));
        List<String> sentences = new ArrayList<>();
        orders.forEach((what, trades) -> sentences.add(liquidation(what, trades)));
        BigDecimal shortfall = steps.getLast().liquidation().shortfall();
        if (shortfall.signum() > 0) {
            sentences.add("bad debt %s".formatted(money(shortfall)));
        }
        return sentences;
    }

    private static String liquidation(String what, List<Trade> trades) {
        BigDecimal quantity = trades.stream().map(Trade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal weighted = trades.stream()
                .map(trade -> trade.quantity().multiply(trade.mark()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String average =
                Ratio.of(weighted, quantity).rounded(2, RoundingMode.HALF_EVEN).toPlainString();
        String amount = Decimals.canonical(quantity).toPlainString();
        return trades.size() == 1
                ? "liquidated: %s, %s at %s"
                        .formatted(what, amount, trades.getFirst().mark().toPlainString())
                : "liquidated: %s, %s at %s to %s, %s on average, in %d steps"
                        .formatted(
                                what,
                                amount,
                                trades.getFirst().mark().toPlainString(),
                                trades.getLast().mark().toPlainString(),
                                average,
                                trades.size());
    }

    private static long count(List<ReplayEvent> events, Class<? extends ReplayEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static BigDecimal liquidated(List<ReplayEvent> events) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ReplayEvent event : events) {
            if (event instanceof ReplayEvent.Liquidated step) {
                sum = sum.add(step.liquidation().notional());
            }
        }
        return sum;
    }

    private static BigDecimal shortfall(List<ReplayEvent> events) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ReplayEvent event : events) {
            if (event instanceof ReplayEvent.Liquidated step) {
                sum = sum.add(step.liquidation().shortfall());
            }
        }
        return sum;
    }

    /// Amounts for people: two decimals; a call is rounded up, so that what is shown is enough.
    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.CEILING));
    }
}
