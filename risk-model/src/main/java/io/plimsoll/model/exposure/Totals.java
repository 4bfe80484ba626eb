package io.plimsoll.model.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.MarginState;
import io.plimsoll.model.number.Ratio;

/// What of an account's metrics is a sum over what it holds. See [AccountRisk].
record Totals(
        Ratio netWorth,
        Ratio equity,
        Ratio exposure,
        Ratio maintenanceMargin,
        Ratio initialMargin,
        Ratio orderMargin,
        Ratio unrealisedPnl) {

    static final Totals NONE =
            new Totals(Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);

    static Totals of(AccountRisk risk) {
        return new Totals(
                risk.netWorth(),
                risk.margin().equity(),
                risk.margin().exposure(),
                risk.margin().maintenanceMargin(),
                risk.initialMargin(),
                risk.orderMargin(),
                risk.unrealisedPnl());
    }

    MarginState margin() {
        return new MarginState(equity, exposure, maintenanceMargin);
    }

    Totals plus(Totals other) {
        return new Totals(
                netWorth.plus(other.netWorth),
                equity.plus(other.equity),
                exposure.plus(other.exposure),
                maintenanceMargin.plus(other.maintenanceMargin),
                initialMargin.plus(other.initialMargin),
                orderMargin.plus(other.orderMargin),
                unrealisedPnl.plus(other.unrealisedPnl));
    }

    Totals minus(Totals other) {
        return new Totals(
                less(netWorth, other.netWorth),
                less(equity, other.equity),
                less(exposure, other.exposure),
                less(maintenanceMargin, other.maintenanceMargin),
                less(initialMargin, other.initialMargin),
                less(orderMargin, other.orderMargin),
                less(unrealisedPnl, other.unrealisedPnl));
    }

    // Nothing left over a long denominator would lengthen every sum that it is added to.
    private static Ratio less(Ratio ratio, Ratio other) {
        Ratio left = ratio.minus(other);
        return left.signum() == 0 ? Ratio.ZERO : left;
    }
}
