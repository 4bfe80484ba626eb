package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.Repayment;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.rules.document.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Names an action by its content, so that a retry or a second node can't act twice: version, account,
/// moment, what is done, and the limits that were crossed.
final class ActionId {

    private static final int HEX_DIGITS = 32;

    private final List<String> parts = new ArrayList<>();

    private ActionId() {}

    static String of(Decision decision, TriggeredAction triggered) {
        ActionId id = new ActionId();
        id.add(decision.version());
        id.add(decision.snapshot().account().id());
        id.add(decision.snapshot().asOf().toString());
        id.addAction(triggered.action());
        triggered.breaches().forEach(breach -> {
            id.add(breach.kind().name());
            id.addScope(breach.scope());
            id.add(breach.metric().name());
            id.add(breach.threshold().comparison().name());
            id.add(Ratios.plain(breach.threshold().limit()));
        });
        return id.digest();
    }

    private void addAction(Action action) {
        add(action.type());
        addScope(action.scope());
        switch (action) {
            case Action.MarginCall call -> {
                add(Ratios.plain(call.amount()));
                if (call.deadline() != null) {
                    add(call.deadline().toString());
                }
            }
            case Action.Liquidation liquidation -> {
                addTrades(liquidation.orders());
                add(Boolean.toString(liquidation.full()));
                add(Ratios.plain(liquidation.shortfall()));
            }
            case Action.CollateralLiquidation liquidation -> {
                add(Integer.toString(liquidation.repayments().size()));
                liquidation.repayments().forEach(this::addRepayment);
                add(liquidation.outcome().name());
            }
            case Action.ReduceLeverage reduction -> {
                addTrades(reduction.orders());
                add(Boolean.toString(reduction.full()));
            }
            case Action.ClosePosition close -> addTrades(List.of(close.closing().trade()));
            case Action.RestrictTrading restriction -> add(restriction.mode().name());
            case Action.Alert _ -> {
                // Its scope and reasons are all that it is.
            }
            case Action.Rebalance rebalance -> {
                add(rebalance.destination().name());
                addTrades(rebalance.trades());
            }
        }
    }

    private void addRepayment(Repayment repayment) {
        add(repayment.debt());
        add(Ratios.plain(repayment.repaid()));
        add(repayment.collateral());
        add(Ratios.plain(repayment.sold()));
    }

    private void addScope(Scope scope) {
        add(scope.type().name());
        add(scope.id());
    }

    private void addTrades(List<Trade> trades) {
        add(Integer.toString(trades.size()));
        for (Trade trade : trades) {
            add(trade.holding().type().name());
            add(trade.holding().id());
            add(trade.side().name());
            add(Ratios.plain(trade.quantity()));
        }
    }

    private void add(String part) {
        parts.add(part);
    }

    /// Every part is preceded by its length, so that no two actions give the same bytes.
    private String digest() {
        StringBuilder content = new StringBuilder();
        parts.forEach(part -> content.append(part.length()).append(':').append(part));
        byte[] digest = Sha256.of(content.toString().getBytes(StandardCharsets.UTF_8));
        return "act_" + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    }
}
