package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.margin.PriceLevels;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// The positions of a scope, reduced together.
///
/// @param risk of the account
/// @param closings what is closed of each position of the scope
/// @param requirementLeft what the rest requires, by the first goal
record Reduction(AccountRisk risk, List<Closing> closings, Ratio requirementLeft) {

    /// As little as reaches all goals, or everything if nothing less does.
    static Reduction to(List<Goal> goals, AccountRisk risk, Scope scope, LiquidationPolicy policy) {
        List<ClosePlan> plans = plans(goals, risk, scope, policy);
        boolean reached = plans.stream().allMatch(ClosePlan::reach) && ClosePlan.unite(plans);
        return reached ? of(risk, plans.getFirst()) : everything(goals, risk, scope, policy);
    }

    /// All positions of the scope, closed.
    static Reduction everything(List<Goal> goals, AccountRisk risk, Scope scope, LiquidationPolicy policy) {
        ClosePlan plan = plans(goals, risk, scope, policy).getFirst();
        plan.closeEverything();
        return of(risk, plan);
    }

    /// The position, closed as a whole.
    static ClosingOrder whole(AccountRisk risk, PositionRisk position) {
        return order(risk, position, position.position().quantity().abs());
    }

    private static Reduction of(AccountRisk risk, ClosePlan plan) {
        return new Reduction(risk, plan.closings(), plan.requirement());
    }

    private static List<ClosePlan> plans(List<Goal> goals, AccountRisk risk, Scope scope, LiquidationPolicy policy) {
        List<PositionRisk> positions =
                scope.type() == ScopeType.ACCOUNT ? together(risk) : List.of(risk.position(scope.id()));
        return goals.stream()
                .map(goal -> new ClosePlan(goal, positions, policy))
                .toList();
    }

    // Those that AccountRisk.margin() is of.
    private static List<PositionRisk> together(AccountRisk risk) {
        return risk.positions().stream()
                .filter(position ->
                        !position.position().isIsolated() || !risk.account().isCross())
                .toList();
    }

    boolean isFull() {
        return closings.stream().allMatch(Closing::isAll);
    }

    /// The taker fees at the marks.
    Ratio fees() {
        return sum(
                closing -> value(closing).times(closing.position().instrument().takerFee()));
    }

    /// The notional that is closed.
    Ratio notional() {
        return sum(Reduction::value);
    }

    /// The orders, in the order of instruments.
    List<ClosingOrder> orders() {
        return closings.stream()
                .filter(closing -> closing.quantity().signum() > 0)
                .map(closing -> order(risk, closing.position(), closing.quantity()))
                .toList();
    }

    /// The ratio of what is left to equity: unbounded if positions are left and equity is not.
    Ratio perEquity(Ratio equity) {
        if (isFull()) {
            return Ratio.ZERO;
        }
        return equity.signum() > 0 ? requirementLeft.dividedBy(equity) : Ratio.UNBOUNDED;
    }

    private Ratio sum(Function<Closing, Ratio> term) {
        Sum sum = new Sum();
        closings.forEach(closing -> sum.add(term.apply(closing)));
        return sum.total();
    }

    private static Ratio value(Closing closing) {
        return closing.position().margin().value(closing.quantity()).abs();
    }

    private static ClosingOrder order(AccountRisk risk, PositionRisk position, BigDecimal quantity) {
        Ratio notional = position.margin().value(quantity).abs();
        Trade trade = new Trade(
                Holding.instrument(position.id()),
                Side.of(-position.position().quantity().signum()),
                Decimals.canonical(quantity),
                position.mark().price(),
                notional.amount());
        BigDecimal fee = notional.times(position.instrument().takerFee()).amount();
        return new ClosingOrder(trade, fee, PriceLevels.bankruptcyPrice(risk, position));
    }
}
