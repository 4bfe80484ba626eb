package io.plimsoll.model.threshold;

/// A named number that is read off a snapshot. [io.plimsoll.model.margin.AccountRisk#reading] reads it.
public enum Metric {
    /// Maintenance margin ÷ equity. Of what shares an account's balances, or of an isolated position.
    MARGIN_RATIO,
    /// Exposure (gross notional) ÷ equity. Of what shares an account's balances, or of an isolated position.
    LEVERAGE,
    /// Collateral after haircuts plus what positions have gained, in the account's currency.
    EQUITY,
    /// Equity less initial margin, in the account's currency.
    FREE_COLLATERAL,
    /// Profit and loss since entry at the mark, in the account's currency.
    UNREALISED_PNL,
    /// Profit and loss since entry with funding, less the fees of opening and closing, in the account's
    /// currency.
    NET_PNL,
    /// Net profit and loss of a position as a share of its notional at entry; negative for a loss.
    RETURN,
    /// Distance of the mark from the best one since a position was opened, as a share of the best one, never
    /// negative.
    TRAILING_LOSS,
    /// What of the equity at the start of the day is lost, as a share of it, never negative.
    DAILY_LOSS,
    /// What of the highest equity so far is lost, as a share of it, never negative.
    DRAWDOWN,
    /// Magnitude of value at the mark, summed over positions, in the account's currency.
    NOTIONAL,
    /// The largest holding's share of the magnitude of all of them, 0 to 1.
    LARGEST_WEIGHT,
    /// The sum of squared shares of the magnitude of all holdings (HHI), 0 to 1.
    CONCENTRATION,
    /// Debts ÷ what of the balances they may be taken up against; 0 without debts.
    LTV,
    /// What of the balances covers debts at their liquidation LTVs ÷ debts; below 1 they are not covered.
    HEALTH_FACTOR,
    /// Distance of a holding's weight from its target, as a share of net worth, never negative.
    DRIFT;

    /// Whether the metric is defined for this kind of scope.
    public boolean isDefinedFor(ScopeType scope) {
        return switch (this) {
            case MARGIN_RATIO, LEVERAGE, EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NET_PNL, NOTIONAL ->
                scope != ScopeType.ALLOCATION;
            case RETURN, TRAILING_LOSS -> scope == ScopeType.POSITION;
            case DAILY_LOSS, DRAWDOWN, LARGEST_WEIGHT, CONCENTRATION, LTV, HEALTH_FACTOR -> scope == ScopeType.ACCOUNT;
            case DRIFT -> scope == ScopeType.ALLOCATION;
        };
    }

    /// Whether the metric divides by equity or compares with it, so that it has a meaning only for what has
    /// equity of its own: an account whose balances are shared, or an isolated position.
    public boolean needsOwnEquity() {
        return switch (this) {
            case MARGIN_RATIO, LEVERAGE, EQUITY, FREE_COLLATERAL, DAILY_LOSS, DRAWDOWN -> true;
            case UNREALISED_PNL,
                    NET_PNL,
                    RETURN,
                    TRAILING_LOSS,
                    NOTIONAL,
                    LARGEST_WEIGHT,
                    CONCENTRATION,
                    LTV,
                    HEALTH_FACTOR,
                    DRIFT -> false;
        };
    }

    /// Whether the metric is a quotient that is never negative, and 0 where nothing is at stake: without
    /// exposure, or at the target.
    public boolean isZeroAtRest() {
        return switch (this) {
            case MARGIN_RATIO,
                    LEVERAGE,
                    TRAILING_LOSS,
                    DAILY_LOSS,
                    DRAWDOWN,
                    LARGEST_WEIGHT,
                    CONCENTRATION,
                    LTV,
                    DRIFT -> true;
            case EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NET_PNL, RETURN, NOTIONAL, HEALTH_FACTOR -> false;
        };
    }
}
