package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.Action.Liquidation;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.List;

/// The smallest liquidation that brings a ratio metric to its clear level.
///
/// Closing at the mark leaves equity as it is and lowers the requirement, so the target is `Σ requirement ≤
/// clear × equity`. The requirement is convex in each position's notional; taking the slices with the highest
/// marginal rate first therefore closes the least notional. Quantities are rounded up to lots, and what that
/// closed too much is given back, so that no order can be one lot smaller. With no equity left everything is
/// closed.
///
/// Source: own derivation; the exact cure size of a single position is Drift's `size_to_cover_margin_shortage`
/// without its fees.
public final class LiquidationSizing {

    private LiquidationSizing() {}

    /// The liquidation for a breach of an account or of an isolated position.
    ///
    /// @throws IllegalArgumentException if closing positions does not act on the breached metric
    public static Liquidation size(AccountRisk risk, Breach breach) {
        return size(risk, List.of(breach));
    }

    /// The liquidation for several breaches of one scope: of each position no more than cures them all.
    ///
    /// @param breaches at least one, all of the same scope; [Liquidation#after()] is of the first one's metric
    /// @throws IllegalArgumentException if closing positions does not act on a breached metric
    public static Liquidation size(AccountRisk risk, List<Breach> breaches) {
        Scope scope = breaches.getFirst().scope();
        if (scope.type() == ScopeType.ALLOCATION) {
            throw new IllegalArgumentException(
                    "A liquidation can't answer a breach of an allocation (%s). Maybe rebalance instead."
                            .formatted(scope.id()));
        }
        Ratio equity = risk.margin(scope).equity();
        List<PositionRisk> positions =
                scope.type() == ScopeType.ACCOUNT ? sharing(risk) : List.of(risk.position(scope.id()));
        List<ClosePlan> plans =
                breaches.stream().map(breach -> plan(breach, positions, equity)).toList();
        if (equity.signum() > 0) {
            ClosePlan.unite(plans);
        }
        return liquidation(scope, plans.getFirst(), equity);
    }

    private static List<PositionRisk> sharing(AccountRisk risk) {
        return risk.positions().stream()
                .filter(position -> !position.position().isIsolated())
                .toList();
    }

    private static ClosePlan plan(Breach breach, List<PositionRisk> positions, Ratio equity) {
        ClosePlan plan = new ClosePlan(ReducibleRequirement.behind(breach.metric()), positions);
        if (equity.signum() <= 0) {
            plan.closeEverything();
        } else {
            plan.reduceTo(equity.times(breach.threshold().clear()));
        }
        return plan;
    }

    private static Liquidation liquidation(Scope scope, ClosePlan plan, Ratio equity) {
        List<Trade> orders = plan.closings().stream()
                .filter(closing -> closing.quantity().signum() > 0)
                .map(LiquidationSizing::order)
                .toList();
        Ratio left = plan.requirement();
        Ratio after = left.signum() == 0 ? Ratio.ZERO : left.dividedBy(equity);
        BigDecimal shortfall = equity.negate().max(Ratio.ZERO).amount();
        return new Liquidation(scope, orders, plan.isFull(), shortfall, after);
    }

    private static Trade order(Closing closing) {
        PositionRisk position = closing.position();
        BigDecimal mark = position.mark().price();
        return new Trade(
                Holding.instrument(position.id()),
                Side.of(-position.position().quantity().signum()),
                Decimals.canonical(closing.quantity()),
                mark,
                position.margin().value(closing.quantity()).amount());
    }
}
