package io.plimsoll.model.action;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done. Pure content: [TriggeredAction] says why.
public sealed interface Action {

    /// What it is done to.
    Scope scope();

    /// Its stable name, in documents and under `emits` of a rule set.
    default String type() {
        return switch (this) {
            case MarginCall _ -> "marginCall";
            case Liquidation _ -> "liquidation";
            case CollateralLiquidation _ -> "collateralLiquidation";
            case ReduceLeverage _ -> "reduceLeverage";
            case ClosePosition _ -> "closePosition";
            case RestrictTrading _ -> "restrictTrading";
            case Rebalance _ -> "rebalance";
            case Alert _ -> "alert";
        };
    }

    /// The client must add collateral.
    ///
    /// @param scope the account, or the isolated position whose own margin is short
    /// @param amount what brings the metric to its clear level, in the account's currency, rounded up; 0 if no
    ///     amount does (a metric that collateral does not move)
    /// @param cures what does so of each asset alone: the account's currency first, then collateral assets by
    ///     name; without those of which no quantity does
    /// @param deadline by when; null for no time in particular
    record MarginCall(
            Scope scope,
            BigDecimal amount,
            List<AssetCure> cures,
            @Nullable Instant deadline) implements Action {

        /// Keeps the cures as they are given.
        public MarginCall {
            cures = List.copyOf(cures);
        }

        /// A call for an amount of the account's currency, without a deadline.
        public MarginCall(Scope scope, BigDecimal amount) {
            this(scope, amount, List.of(), null);
        }
    }

    /// Positions are closed, as little as restores the target: partial before full.
    ///
    /// @param scope the account, or the isolated position
    /// @param closings what to close, in the order of instruments; none of them can be smaller by one lot
    /// @param full whether everything is closed, because nothing less restores the target
    /// @param insurance what the account then pays to the insurance fund, in its currency; never more than what
    ///     is left of equity after fees
    /// @param shortfall equity that is missing even then, fees included: bad debt, which the insurance fund has
    ///     to pay, in the account's currency; 0 if there is none
    /// @param equityAfter what is left once the orders are filled at the marks and all costs are paid, in the
    ///     account's currency
    /// @param after the breached metric then
    record Liquidation(
            Scope scope,
            List<ClosingOrder> closings,
            boolean full,
            BigDecimal insurance,
            BigDecimal shortfall,
            BigDecimal equityAfter,
            Ratio after)
            implements Action {

        /// Keeps the orders as they are given.
        public Liquidation {
            closings = List.copyOf(closings);
        }

        /// What to trade.
        public List<Trade> orders() {
            return closings.stream().map(ClosingOrder::trade).toList();
        }

        /// The notional that is closed, in the account's currency.
        public BigDecimal notional() {
            return closings.stream()
                    .map(closing -> closing.trade().notional())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// The taker fees of all orders, in the account's currency.
        public BigDecimal fees() {
            return closings.stream().map(ClosingOrder::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// What it comes to.
        public LiquidationOutcome outcome() {
            if (shortfall.signum() > 0) {
                return LiquidationOutcome.BAD_DEBT;
            }
            return full ? LiquidationOutcome.CLOSED_OUT : LiquidationOutcome.CURED;
        }
    }

    /// Collateral is sold to repay what was borrowed against it, as little as restores the target.
    ///
    /// @param scope the account
    /// @param repayments in the order in which they are done
    /// @param outcome what it comes to
    /// @param badDebt what is owed with no collateral left, in the account's currency; 0 if there is any left
    /// @param ltvAfter loan to value then
    /// @param healthAfter health factor then
    record CollateralLiquidation(
            Scope scope,
            List<Repayment> repayments,
            LendingOutcome outcome,
            BigDecimal badDebt,
            Ratio ltvAfter,
            Ratio healthAfter)
            implements Action {

        /// Keeps the repayments as they are given.
        public CollateralLiquidation {
            repayments = List.copyOf(repayments);
        }

        /// Whether a part of it raises loan to value.
        public boolean isToxic() {
            return repayments.stream().anyMatch(Repayment::toxic);
        }
    }

    /// Positions are reduced, as little as brings leverage or notional to the clear level.
    ///
    /// @param scope the account, or a position
    /// @param closings what to close, in the order of instruments; none of them can be smaller by one lot
    /// @param full whether everything is closed, because nothing less does
    /// @param after the breached metric once the orders are filled at the marks and their fees are paid
    record ReduceLeverage(Scope scope, List<ClosingOrder> closings, boolean full, Ratio after) implements Action {

        /// Keeps the orders as they are given.
        public ReduceLeverage {
            closings = List.copyOf(closings);
        }

        /// What to trade.
        public List<Trade> orders() {
            return closings.stream().map(ClosingOrder::trade).toList();
        }
    }

    /// A position is closed as a whole at its mark: a stop, or a profit that is taken.
    ///
    /// @param scope the position
    /// @param closing what to trade
    record ClosePosition(Scope scope, ClosingOrder closing) implements Action {}

    /// The client may not trade as before, until the breach is over.
    ///
    /// @param scope the account, or a position's instrument
    /// @param mode what may still be done
    record RestrictTrading(Scope scope, TradingMode mode) implements Action {}

    /// Holdings are brought back towards their targets; the account's currency pays and receives.
    ///
    /// @param scope the account
    /// @param destination how far
    /// @param trades in the order of holdings; empty if no whole lots help, or nothing pays for them
    /// @param outside what was in breach and still is outside its band after the trades, in the order of
    ///     holdings: no trade helps
    record Rebalance(Scope scope, Destination destination, List<Trade> trades, List<Holding> outside)
            implements Action {

        /// Keeps the trades as they are given.
        public Rebalance {
            trades = List.copyOf(trades);
            outside = List.copyOf(outside);
        }
    }

    /// Someone should look.
    ///
    /// @param scope at what
    record Alert(Scope scope) implements Action {}
}
