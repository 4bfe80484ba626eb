package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an account's own currency may end up when it pays for a rebalance.
///
/// @param cash what there is before
/// @param lowest the least that may be left
/// @param highest the most that should be left; null for no bound
record CashBand(BigDecimal cash, Ratio lowest, @Nullable Ratio highest) {

    /// What must just not be overdrawn further.
    static CashBand notOverdrawn(AccountRisk risk) {
        BigDecimal cash = cash(risk.account());
        return new CashBand(cash, Ratio.of(cash.min(BigDecimal.ZERO)), null);
    }

    /// The band around the currency's own target, as far as it is watched.
    ///
    /// @param band how far from the target; null if nothing is said
    /// @param isBreached whether the currency has to be brought into its band; otherwise it must just not get
    ///     further out of it than it is
    static CashBand of(AccountRisk risk, @Nullable BigDecimal band, boolean isBreached) {
        CashBand any = notOverdrawn(risk);
        Ratio cash = Ratio.of(any.cash());
        if (band == null) {
            return any;
        }
        Ratio from = risk.netWorth().times(target(risk).subtract(band));
        Ratio to = risk.netWorth().times(target(risk).add(band));
        Ratio lowest = (isBreached ? from : from.min(cash)).max(any.lowest());
        return new CashBand(any.cash(), lowest, (isBreached ? to : to.max(cash)).max(lowest));
    }

    private static BigDecimal cash(Account account) {
        return account.balances().stream()
                .filter(balance -> balance.asset().equals(account.currency()))
                .map(Balance::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal target(AccountRisk risk) {
        Holding currency = Holding.asset(risk.account().currency());
        return risk.allocations().stream()
                .map(AllocationRisk::target)
                .filter(target -> target.holding().equals(currency))
                .map(AllocationTarget::weight)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /// The same holdings, with the assets moved just so far towards their targets that the currency ends
    /// inside the band, or as near to it as the targets allow.
    List<DesiredHolding> settle(List<DesiredHolding> desired) {
        Ratio share = shareOfTheWay(desired);
        return share.signum() == 0
                ? desired
                : desired.stream()
                        .map(holding -> holding.isAsset() ? holding.towardsTarget(share) : holding)
                        .toList();
    }

    private Ratio shareOfTheWay(List<DesiredHolding> desired) {
        Ratio left = Ratio.of(cash);
        Ratio gap = Ratio.ZERO;
        for (DesiredHolding holding : desired) {
            if (holding.holding().type() == Holding.Type.ASSET) {
                left = left.minus(holding.desired().minus(holding.held()));
                gap = gap.plus(holding.gapToTarget());
            }
        }
        Ratio excess = excess(left);
        boolean targetsHelp = excess.signum() != 0 && gap.signum() == excess.signum();
        if (!targetsHelp) {
            return Ratio.ZERO;
        }
        Ratio share = excess.dividedBy(gap);
        return share.compareTo(BigDecimal.ONE) > 0 ? Ratio.of(BigDecimal.ONE) : share;
    }

    /// How much too much is left (positive) or too little (negative).
    private Ratio excess(Ratio left) {
        if (left.compareTo(lowest) < 0) {
            return left.minus(lowest);
        }
        return highest != null && left.compareTo(highest) > 0 ? left.minus(highest) : Ratio.ZERO;
    }
}
