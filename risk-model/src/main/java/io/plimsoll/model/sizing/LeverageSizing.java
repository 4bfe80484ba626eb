package io.plimsoll.model.sizing;

import io.plimsoll.model.action.Action.ClosePosition;
import io.plimsoll.model.action.Action.ReduceLeverage;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.List;

/// The smallest orders that bring leverage, or notional, to its clear level, their fees included; and the order
/// that closes a position.
public final class LeverageSizing {

    private LeverageSizing() {}

    /// The reduction for several breaches of one scope: of each position no more than cures them all.
    ///
    /// @param breaches at least one, all of the same scope; [ReduceLeverage#after()] is of the first one's
    ///     metric
    /// @throws IllegalArgumentException if a breach is not of too much leverage or notional
    public static ReduceLeverage size(AccountRisk risk, List<Breach> breaches, LiquidationPolicy policy) {
        Breach first = breaches.getFirst();
        Scope scope = first.scope();
        LiquidationPolicy withoutInsurance = new LiquidationPolicy(policy.order(), BigDecimal.ZERO);
        List<Goal> goals = breaches.stream().map(breach -> goal(risk, breach)).toList();
        Reduction reduction = Reduction.to(goals, risk, scope, withoutInsurance);
        Ratio after = after(risk, first, reduction);
        if (after.isUnbounded()) {
            reduction = Reduction.everything(goals, risk, scope, withoutInsurance);
            after = Ratio.ZERO;
        }
        return new ReduceLeverage(scope, reduction.orders(), reduction.isFull(), after);
    }

    /// The order that closes the position of a breach.
    ///
    /// @throws IllegalArgumentException if the breach is not of a position
    public static ClosePosition close(AccountRisk risk, Breach breach) {
        Scope scope = breach.scope();
        if (scope.type() != ScopeType.POSITION) {
            throw new IllegalArgumentException(
                    "Only a position can be closed, and the breach is of the %s %s. Maybe liquidate instead."
                            .formatted(scope.type(), scope.id()));
        }
        return new ClosePosition(scope, Reduction.whole(risk, risk.position(scope.id())));
    }

    private static Goal goal(AccountRisk risk, Breach breach) {
        boolean reducible = breach.metric() == Metric.LEVERAGE || breach.metric() == Metric.NOTIONAL;
        if (!reducible || !breach.threshold().comparison().highIsDangerous()) {
            throw new IllegalArgumentException(
                    "Leverage can't be reduced by a breach of %s %s %s. Maybe set the threshold on LEVERAGE or NOTIONAL, with ABOVE."
                            .formatted(
                                    breach.metric(),
                                    breach.threshold().comparison().words(),
                                    breach.threshold().limit().toPlainString()));
        }
        return breach.metric() == Metric.NOTIONAL
                ? Goal.atMost(ReducibleRequirement.EXPOSURE, breach.threshold().clear())
                : Goal.perEquity(
                        ReducibleRequirement.EXPOSURE,
                        breach.threshold().clear(),
                        risk.margin(breach.scope()).equity());
    }

    private static Ratio after(AccountRisk risk, Breach breach, Reduction reduction) {
        return breach.metric() == Metric.NOTIONAL
                ? reduction.requirementLeft()
                : reduction.perEquity(risk.margin(breach.scope()).equity().minus(reduction.fees()));
    }
}
