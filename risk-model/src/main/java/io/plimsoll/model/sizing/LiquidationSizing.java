package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.util.List;

/// The smallest liquidation that brings a ratio metric to its clear level, its own costs included.
///
/// Closing a notional `n` at the mark lowers the requirement and costs `n × (taker fee + insurance fee)` of
/// equity, so the target is `Σ requirement ≤ clear × (equity − Σ cost)`. A part of a position takes `rate −
/// clear × cost` off for each unit of notional; where that is not positive, closing it does not help. Both
/// sides are convex in each position's notional, so taking the best parts first is exact. Quantities are
/// rounded up to lots, and what that closed too much is given back, so that no order can be one lot smaller.
/// Where no part of the positions is enough, or no equity is left, everything is closed.
///
/// Source: own derivation; the exact cure size of a single position is Drift's
/// `calculate_base_asset_amount_to_cover_margin_shortage`.
public final class LiquidationSizing {

    private LiquidationSizing() {}

    /// The liquidation for a breach of an account or of an isolated position, by the standard policy.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on the breached metric
    public static Liquidation size(AccountRisk risk, Breach breach) {
        return size(risk, List.of(breach));
    }

    /// The liquidation for several breaches of one scope, by the standard policy.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on a breached metric
    public static Liquidation size(AccountRisk risk, List<Breach> breaches) {
        return size(risk, breaches, LiquidationPolicy.STANDARD);
    }

    /// The liquidation for several breaches of one scope: of each position no more than cures them all.
    ///
    /// @param breaches at least one, all of the same scope; [Liquidation#after()] is of the first one's metric
    /// @throws IllegalArgumentException if closing positions does not act on a breached metric
    public static Liquidation size(AccountRisk risk, List<Breach> breaches, LiquidationPolicy policy) {
        Scope scope = breaches.getFirst().scope();
        if (scope.type() == ScopeType.ALLOCATION) {
            throw new IllegalArgumentException(
                    "A liquidation can't answer a breach of an allocation (%s). Maybe rebalance instead."
                            .formatted(scope.id()));
        }
        Ratio equity = risk.margin(scope).equity();
        List<Goal> goals = breaches.stream().map(breach -> goal(breach, equity)).toList();
        if (equity.signum() > 0) {
            Liquidation liquidation = liquidation(scope, Reduction.to(goals, risk, scope, policy), equity, policy);
            if (!liquidation.after().isUnbounded()) {
                return liquidation;
            }
        }
        return liquidation(scope, Reduction.everything(goals, risk, scope, policy), equity, policy);
    }

    private static Goal goal(Breach breach, Ratio equity) {
        return Goal.perEquity(
                ReducibleRequirement.behind(breach.metric()), breach.threshold().clear(), equity);
    }

    private static Liquidation liquidation(Scope scope, Reduction reduction, Ratio equity, LiquidationPolicy policy) {
        Ratio afterFees = equity.minus(reduction.fees());
        Ratio insurance = reduction.notional().times(policy.insuranceFee()).min(afterFees.max(Ratio.ZERO));
        Ratio equityAfter = afterFees.minus(insurance);
        return new Liquidation(
                scope,
                reduction.orders(),
                reduction.isFull(),
                insurance.amount(),
                afterFees.negate().max(Ratio.ZERO).amount(),
                equityAfter.amount(),
                reduction.perEquity(equityAfter));
    }
}
