package io.plimsoll.model.threshold;

import java.util.EnumSet;
import java.util.Set;

/// A named number that is read off a snapshot. [io.plimsoll.model.margin.AccountRisk#reading] reads it.
public enum Metric {
    /// Maintenance margin ÷ equity. Of a cross account, or of an isolated position.
    MARGIN_RATIO(ScopeType.ACCOUNT, ScopeType.POSITION),
    /// Exposure (gross notional) ÷ equity. Of a cross account, or of an isolated position.
    LEVERAGE(ScopeType.ACCOUNT, ScopeType.POSITION),
    /// Collateral after haircuts plus unrealised profit and loss, in the account's currency.
    EQUITY(ScopeType.ACCOUNT, ScopeType.POSITION),
    /// Equity less initial margin, in the account's currency.
    FREE_COLLATERAL(ScopeType.ACCOUNT, ScopeType.POSITION),
    /// Profit and loss since entry at the mark, in the account's currency.
    UNREALISED_PNL(ScopeType.ACCOUNT, ScopeType.POSITION),
    /// Magnitude of value at the mark, summed over positions, in the account's currency.
    NOTIONAL(ScopeType.ACCOUNT, ScopeType.POSITION),
    /// Distance of a holding's weight from its target, as a share of net worth, never negative.
    DRIFT(ScopeType.ALLOCATION);

    private final Set<ScopeType> scopes;

    Metric(ScopeType first, ScopeType... more) {
        this.scopes = EnumSet.of(first, more);
    }

    /// Whether the metric is defined for this kind of scope.
    public boolean isDefinedFor(ScopeType scope) {
        return scopes.contains(scope);
    }

    /// Whether the metric divides by equity or compares with it, so that it has a meaning only for what has equity of
    /// its own: a cross account, or a position of an isolated one.
    public boolean needsOwnEquity() {
        return switch (this) {
            case MARGIN_RATIO, LEVERAGE, EQUITY, FREE_COLLATERAL -> true;
            case UNREALISED_PNL, NOTIONAL, DRIFT -> false;
        };
    }
}
