package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.Repayment;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one version does to one account.
///
/// @param standing the hardest of its actions
/// @param called cash that margin calls ask for, in the account's currency
/// @param sold notional of what liquidations sell, by instrument or collateral asset, in the account's currency
record Outcome(Standing standing, BigDecimal called, SortedMap<String, BigDecimal> sold) {

    Outcome {
        sold = Collections.unmodifiableSortedMap(new TreeMap<>(sold));
    }

    /// What the version decides.
    static Outcome of(RuleSetVersion version, Snapshot snapshot) {
        try {
            return of(version.evaluate(snapshot));
        } catch (EvaluationException e) {
            return new Outcome(Standing.UNDECIDED, BigDecimal.ZERO, new TreeMap<>());
        }
    }

    private static Outcome of(Decision decision) {
        Standing standing = Standing.UNTOUCHED;
        BigDecimal called = BigDecimal.ZERO;
        SortedMap<String, BigDecimal> sold = new TreeMap<>();
        for (TriggeredAction triggered : decision.actions()) {
            Standing asked = switch (triggered.action()) {
                case Action.MarginCall call -> {
                    called = called.add(call.amount());
                    yield Standing.CALLED;
                }
                case Action.Liquidation liquidation -> {
                    for (ClosingOrder closing : liquidation.closings()) {
                        sold.merge(
                                closing.trade().holding().id(), closing.trade().notional(), BigDecimal::add);
                    }
                    yield Standing.LIQUIDATED;
                }
                case Action.CollateralLiquidation liquidation -> {
                    for (Repayment repayment : liquidation.repayments()) {
                        sold.merge(repayment.collateral(), repayment.soldValue(), BigDecimal::add);
                    }
                    yield Standing.LIQUIDATED;
                }
                case Action.ReduceLeverage _,
                        Action.ClosePosition _,
                        Action.RestrictTrading _,
                        Action.Rebalance _,
                        Action.Alert _ -> Standing.UNTOUCHED;
            };
            standing = asked.compareTo(standing) > 0 ? asked : standing;
        }
        return new Outcome(standing, called, sold);
    }

    /// Notional of everything that is sold.
    BigDecimal soldInAll() {
        return sold.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
