package io.plimsoll.model.threshold;

/// A named number that is read off a snapshot. [io.plimsoll.model.margin.AccountRisk#reading] reads it.
public enum Metric {
    /// Maintenance margin ÷ equity. Of a cross account, or of an isolated position.
    MARGIN_RATIO,
    /// Exposure (gross notional) ÷ equity. Of a cross account, or of an isolated position.
    LEVERAGE,
    /// Collateral after haircuts plus unrealised profit and loss, in the account's currency.
    EQUITY,
    /// Equity less initial margin, in the account's currency.
    FREE_COLLATERAL,
    /// Profit and loss since entry at the mark, in the account's currency.
    UNREALISED_PNL,
    /// Magnitude of value at the mark, summed over positions, in the account's currency.
    NOTIONAL,
    /// Distance of a holding's weight from its target, as a share of net worth, never negative.
    DRIFT;

    /// Whether the metric is defined for this kind of scope.
    public boolean isDefinedFor(ScopeType scope) {
        return (this == DRIFT) == (scope == ScopeType.ALLOCATION);
    }

    /// Whether the metric divides by equity or compares with it, so that it has a meaning only for what has equity of
    /// its own: a cross account, or a position of an isolated one.
    public boolean needsOwnEquity() {
        return switch (this) {
            case MARGIN_RATIO, LEVERAGE, EQUITY, FREE_COLLATERAL -> true;
            case UNREALISED_PNL, NOTIONAL, DRIFT -> false;
        };
    }

    /// Whether the metric is a quotient that is never negative, and 0 where nothing is at stake: without exposure, or
    /// at the target.
    public boolean isZeroAtRest() {
        return switch (this) {
            case MARGIN_RATIO, LEVERAGE, DRIFT -> true;
            case EQUITY, FREE_COLLATERAL, UNREALISED_PNL, NOTIONAL -> false;
        };
    }
}
