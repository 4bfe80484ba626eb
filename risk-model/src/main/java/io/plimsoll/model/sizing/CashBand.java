package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
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

    /// The band around the currency's own target if that has drifted; otherwise it must just not be overdrawn
    /// further.
    static CashBand of(AccountRisk risk, @Nullable BigDecimal band) {
        Account account = risk.account();
        BigDecimal cash = account.balances().stream()
                .filter(balance -> balance.asset().equals(account.currency()))
                .map(Balance::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal floor = cash.min(BigDecimal.ZERO);
        if (band == null) {
            return new CashBand(cash, Ratio.of(floor), null);
        }
        BigDecimal weight = risk.allocations().stream()
                .filter(allocation -> allocation.id().equals(account.currency()))
                .map(allocation -> allocation.target().weight())
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return new CashBand(
                cash,
                risk.netWorth().times(weight.subtract(band)).max(Ratio.of(floor)),
                risk.netWorth().times(weight.add(band)));
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
