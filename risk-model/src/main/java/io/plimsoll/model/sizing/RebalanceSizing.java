package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Action.Rebalance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The trades that bring an allocation back, at the marks and without costs.
///
/// To the target, a holding goes all the way. To the edge, each drifted holding goes to the clear level of
/// its threshold and no further: `z = clamp(w, t − clear, t + clear)`. The account's currency pays for
/// assets; positions take none. What else is traded so that it suffices, and what happens to what there is
/// too much of it, is the [RebalanceOrder]. It is never overdrawn: what is not paid for is not bought.
public final class RebalanceSizing {

    private RebalanceSizing() {}

    /// The rebalance for breaches of allocations of one account, by the standard policy and with no other bands
    /// than theirs.
    ///
    /// @param breaches at least one, all of them of drift
    /// @throws IllegalArgumentException if a breach is not of drift
    public static Rebalance size(Snapshot snapshot, AccountRisk risk, List<Breach> breaches, Destination destination) {
        return size(snapshot, risk, breaches, destination, List.of(), RebalancePolicy.STANDARD);
    }

    /// The rebalance for breaches of allocations of one account.
    ///
    /// @param breaches at least one, all of them of drift
    /// @param thresholds all of the account: of those of drift, the currency's says how much of it may be spent
    /// @param policy how the rule set wants to have it
    /// @throws IllegalArgumentException if a breach is not of drift
    public static Rebalance size(
            Snapshot snapshot,
            AccountRisk risk,
            List<Breach> breaches,
            Destination destination,
            Collection<Threshold> thresholds,
            RebalancePolicy policy) {
        DriftBands bands = DriftBands.of(breaches, thresholds);
        RebalanceCase drifted = new RebalanceCase(snapshot, risk, bands, destination, policy.leastTrade());
        List<Trade> trades = switch (policy.order()) {
            case CASH_FIRST -> drifted.cashFirst();
            case IN_PROPORTION -> drifted.inProportion();
        };
        return new Rebalance(
                Scope.account(risk.account().id()),
                destination,
                trades.stream().sorted(Comparator.comparing(Trade::holding)).toList(),
                drifted.outside(trades));
    }
}
