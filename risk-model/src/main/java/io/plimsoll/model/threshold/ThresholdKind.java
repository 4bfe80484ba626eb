package io.plimsoll.model.threshold;

/// What crossing a threshold means.
public enum ThresholdKind {
    /// Someone should look: the first rung of a ladder.
    WARNING,
    /// The client must add collateral or reduce risk.
    MARGIN_CALL,
    /// The client may close positions, and open none.
    REDUCE_ONLY,
    /// Positions are closed for the client.
    LIQUIDATION,
    /// Collateral is sold to repay what was borrowed against it.
    COLLATERAL_LIQUIDATION,
    /// Equity, or what is left of it after losses, is too low.
    EQUITY,
    /// A profit is to be taken.
    PROFIT,
    /// A loss is to be stopped.
    LOSS,
    /// There is too much exposure for the equity.
    LEVERAGE,
    /// Too much lies in too few holdings.
    CONCENTRATION,
    /// The allocation has drifted from its target.
    REBALANCING;

    /// Whether what is past such a threshold may be reduced only: nobody may open more of it. The other kinds
    /// tell somebody, take a profit or trade back to a target, and stop no order.
    public boolean restrictsTrading() {
        return switch (this) {
            case MARGIN_CALL, REDUCE_ONLY, LIQUIDATION, COLLATERAL_LIQUIDATION, EQUITY, LOSS, LEVERAGE -> true;
            case WARNING, PROFIT, CONCENTRATION, REBALANCING -> false;
        };
    }
}
