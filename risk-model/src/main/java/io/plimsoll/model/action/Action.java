package io.plimsoll.model.action;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.List;

/// What is to be done. Pure content: [TriggeredAction] says why.
public sealed interface Action {

    /// What it is done to.
    Scope scope();

    /// Its stable name, in documents and under `emits` of a rule set: `marginCall`, `liquidation` or `rebalance`.
    default String type() {
        return switch (this) {
            case MarginCall _ -> "marginCall";
            case Liquidation _ -> "liquidation";
            case Rebalance _ -> "rebalance";
        };
    }

    /// The client must add collateral.
    ///
    /// @param scope the account, or the isolated position whose own margin is short
    /// @param amount what brings the metric to its clear level, in the account's currency, rounded up; 0 if no
    ///     amount does (a metric that collateral does not move)
    record MarginCall(Scope scope, BigDecimal amount) implements Action {}

    /// Positions are closed, as little as restores the target: partial before full.
    ///
    /// @param scope the account, or the isolated position
    /// @param orders what to close, in the order of instruments; none of them can be smaller by one lot
    /// @param full whether everything is closed, because nothing less restores the target
    /// @param shortfall equity that is missing even then: bad debt, in the account's currency; 0 if there is none
    /// @param after the breached metric once the orders are filled at the marks
    record Liquidation(Scope scope, List<Trade> orders, boolean full, BigDecimal shortfall, Ratio after)
            implements Action {

        /// Keeps the orders as they are given.
        public Liquidation {
            orders = List.copyOf(orders);
        }

        /// The notional that is closed, in the account's currency.
        public BigDecimal notional() {
            return orders.stream().map(Trade::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /// Holdings are brought back towards their targets; the account's currency pays and receives.
    ///
    /// @param scope the account
    /// @param destination how far
    /// @param trades in the order of holdings; empty if the drift is smaller than one lot, or nothing pays for one
    record Rebalance(Scope scope, Destination destination, List<Trade> trades) implements Action {

        /// Keeps the trades as they are given.
        public Rebalance {
            trades = List.copyOf(trades);
        }
    }
}
