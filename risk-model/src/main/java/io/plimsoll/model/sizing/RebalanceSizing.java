package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Action.Rebalance;
import io.plimsoll.model.action.Destination;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.allocation.AllocationRisk;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The trades that bring an allocation back.
///
/// To the target, every holding goes to its own. To the edge, each drifted holding goes to the clear level of its
/// threshold and no further: `z = clamp(w, t − clear, t + clear)`. The account's currency pays for it all; where that
/// would overdraw it, or leave it outside its own band, the other assets move towards their targets in proportion, just
/// as far as needed. What still is not paid for is not bought, on either way.
public final class RebalanceSizing {

    private RebalanceSizing() {}

    /// The rebalance for breaches of allocations of one account.
    ///
    /// @param breaches at least one, all of them of drift
    /// @throws IllegalArgumentException if a breach is not of drift
    public static Rebalance size(Snapshot snapshot, AccountRisk risk, List<Breach> breaches, Destination destination) {
        for (Breach breach : breaches) {
            if (breach.metric() != Metric.DRIFT) {
                throw new IllegalArgumentException("A rebalance can't answer a breach of %s (%s)."
                        .formatted(breach.metric(), breach.scope().id()));
            }
        }
        List<DesiredHolding> desired = switch (destination) {
            case TARGET -> toTargets(risk);
            case EDGE -> toEdges(risk, bands(breaches));
        };
        List<Trade> trades = desired.stream()
                .flatMap(holding -> holding.trade(snapshot, destination).stream())
                .toList();
        return new Rebalance(
                Scope.account(risk.account().id()),
                destination,
                Purchases.affordable(snapshot, CashBand.of(risk, null), trades));
    }

    private static List<DesiredHolding> toTargets(AccountRisk risk) {
        return risk.allocations().stream()
                .filter(allocation -> !isCash(risk, allocation))
                .map(allocation -> DesiredHolding.atTarget(allocation, risk.netWorth()))
                .toList();
    }

    private static List<DesiredHolding> toEdges(AccountRisk risk, Map<String, BigDecimal> bands) {
        List<DesiredHolding> atEdges = risk.allocations().stream()
                .filter(allocation -> !isCash(risk, allocation))
                .map(allocation -> DesiredHolding.atEdge(allocation, risk.netWorth(), bands.get(allocation.id())))
                .toList();
        return CashBand.of(risk, bands.get(risk.account().currency())).settle(atEdges);
    }

    private static Map<String, BigDecimal> bands(List<Breach> breaches) {
        return breaches.stream()
                .collect(Collectors.toMap(
                        breach -> breach.scope().id(),
                        breach -> breach.threshold().clear(),
                        BigDecimal::min));
    }

    private static boolean isCash(AccountRisk risk, AllocationRisk allocation) {
        return allocation.id().equals(risk.account().currency());
    }
}
