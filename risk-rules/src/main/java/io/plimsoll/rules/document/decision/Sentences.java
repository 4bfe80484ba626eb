package io.plimsoll.rules.document.decision;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.sizing.MarginCallSizing;
import io.plimsoll.model.threshold.Breach;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/// What actions and breaches say to people: plain sentences with the numbers.
///
/// @param risk the account's metrics
record Sentences(AccountRisk risk) {

    /// What is to be done and why.
    String summary(TriggeredAction triggered) {
        String why = triggered.breaches().stream().map(this::breach).collect(Collectors.joining(" and "));
        return switch (triggered.action()) {
            case Action.MarginCall call -> marginCall(call) + ": " + why + ".";
            case Action.Liquidation liquidation -> liquidation(liquidation) + ": " + why + "." + rest(liquidation);
            case Action.CollateralLiquidation liquidation ->
                lending(liquidation) + ": " + why + "." + rest(liquidation);
            case Action.ReduceLeverage reduction -> reduction(reduction) + ": " + why + ".";
            case Action.ClosePosition close -> close(close) + ": " + why + ".";
            case Action.RestrictTrading restriction -> restriction(restriction) + ": " + why + ".";
            case Action.Rebalance rebalance -> rebalance(rebalance) + ": " + why + "." + rest(rebalance);
            case Action.Alert alert -> "Look at %s: %s.".formatted(Words.scope(alert.scope()), why);
        };
    }

    /// What would clear a breach.
    String clearedBy(Breach breach) {
        String line = "Clears when the %s of %s is %s %s"
                .formatted(
                        Words.metric(breach.metric()),
                        Words.scope(breach.scope()),
                        breach.threshold().comparison().highIsDangerous() ? "at most" : "at least",
                        Ratios.plain(breach.threshold().clear()));
        if (!breach.metric().needsOwnEquity()) {
            return line + ".";
        }
        return MarginCallSizing.cure(risk, breach.threshold())
                .map(cure ->
                        line + "; at these marks, %s %s of collateral does it.".formatted(amount(cure), currency()))
                .orElse(line + "; no amount of collateral does it.");
    }

    private String marginCall(Action.MarginCall call) {
        String what = call.amount().signum() == 0
                ? "Call %s to reduce risk".formatted(Words.scope(call.scope()))
                : "Call %s for %s %s".formatted(Words.scope(call.scope()), Ratios.plain(call.amount()), currency());
        return call.deadline() == null ? what : what + " by " + call.deadline();
    }

    private String liquidation(Action.Liquidation liquidation) {
        return "Liquidate %s %s (%s)"
                .formatted(
                        Words.scope(liquidation.scope()),
                        liquidation.full() ? "in full" : "in part",
                        trades(liquidation.orders()));
    }

    private String rest(Action.Liquidation liquidation) {
        return switch (liquidation.outcome()) {
            case CURED, CLOSED_OUT -> "";
            case BAD_DEBT ->
                " Even then %s %s are missing.".formatted(Ratios.plain(liquidation.shortfall()), currency());
        };
    }

    private static String lending(Action.CollateralLiquidation liquidation) {
        String repayments = liquidation.repayments().stream()
                .map(repayment -> "sell %s %s for %s %s"
                        .formatted(
                                Ratios.plain(repayment.sold()),
                                repayment.collateral(),
                                Ratios.plain(repayment.repaid()),
                                repayment.debt()))
                .collect(Collectors.joining(", "));
        return "Repay debts of %s out of its collateral (%s)"
                .formatted(
                        Words.scope(liquidation.scope()),
                        repayments.isEmpty() ? "there is nothing to sell" : repayments);
    }

    private String rest(Action.CollateralLiquidation liquidation) {
        return switch (liquidation.outcome()) {
            case CURED -> "";
            case LIMITED -> " The close factor allows no more at once.";
            case BAD_DEBT ->
                " Even then %s %s are owed, with nothing left to sell."
                        .formatted(Ratios.plain(liquidation.badDebt()), currency());
        };
    }

    private static String reduction(Action.ReduceLeverage reduction) {
        return "Reduce %s%s (%s)"
                .formatted(
                        Words.scope(reduction.scope()),
                        reduction.full() ? " to nothing" : "",
                        trades(reduction.orders()));
    }

    private static String close(Action.ClosePosition close) {
        return "Close %s (%s)"
                .formatted(Words.scope(close.scope()), trade(close.closing().trade()));
    }

    private static String restriction(Action.RestrictTrading restriction) {
        return switch (restriction.mode()) {
            case REDUCE_ONLY -> "Let %s be reduced only".formatted(Words.scope(restriction.scope()));
        };
    }

    private static String rebalance(Action.Rebalance rebalance) {
        String destination = switch (rebalance.destination()) {
            case EDGE -> "the edge of its band";
            case TARGET -> "its targets";
        };
        return "Rebalance %s to %s (%s)"
                .formatted(Words.scope(rebalance.scope()), destination, trades(rebalance.trades()));
    }

    private static String rest(Action.Rebalance rebalance) {
        if (rebalance.outside().isEmpty()) {
            return "";
        }
        String holdings = rebalance.outside().stream().map(Holding::id).collect(Collectors.joining(", "));
        return " %s %s: no trade in whole lots, large enough and paid for, leads there."
                .formatted(
                        holdings,
                        rebalance.outside().size() == 1 ? "stays outside its band" : "stay outside their bands");
    }

    private static String trades(List<Trade> trades) {
        return trades.isEmpty()
                ? "no trade of a whole lot helps"
                : trades.stream().map(Sentences::trade).collect(Collectors.joining(", "));
    }

    private static String trade(Trade trade) {
        return "%s %s %s"
                .formatted(
                        trade.side() == Side.BUY ? "buy" : "sell",
                        Ratios.plain(trade.quantity()),
                        trade.holding().id());
    }

    private String breach(Breach breach) {
        return "the %s of %s (%s) is %s %s"
                .formatted(
                        Words.metric(breach.metric()),
                        Words.scope(breach.scope()),
                        breach.observed().briefText(),
                        breach.threshold().comparison().words(),
                        Ratios.plain(breach.threshold().limit()));
    }

    private String currency() {
        return risk.account().currency();
    }

    private static String amount(Ratio cure) {
        return Decimals.canonical(cure.rounded(MarginCallSizing.AMOUNT_SCALE, RoundingMode.UP))
                .toPlainString();
    }
}
