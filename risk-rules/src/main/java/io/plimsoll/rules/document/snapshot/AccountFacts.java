package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes accounts of their documents.
final class AccountFacts {

    private AccountFacts() {}

    /// The account; null, with problems, if it can't be.
    ///
    /// @param place where it stands, as a path without the leading slash; empty for the document
    static @Nullable Account account(FactProblems problems, String place, AccountDocument account) {
        String in = place.isEmpty() ? "" : place + "/";
        List<Balance> balances = problems.attemptAll(in + "balances", account.balances(), AccountFacts::balance);
        List<Position> positions = problems.attemptAll(in + "positions", account.positions(), AccountFacts::position);
        List<Order> orders = problems.attemptAll(in + "orders", account.orders(), AccountFacts::order);
        List<AllocationTarget> targets = problems.attemptAll(in + "targets", account.targets(), AccountFacts::target);
        boolean complete = balances.size() == account.balances().size()
                && positions.size() == account.positions().size()
                && targets.size() == account.targets().size()
                && orders.size() == account.orders().size();
        return complete ? problems.attempt(place, () -> account(account, balances, positions, targets, orders)) : null;
    }

    private static Account account(
            AccountDocument account,
            List<Balance> balances,
            List<Position> positions,
            List<AllocationTarget> targets,
            List<Order> orders) {
        return new Account(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                balances,
                positions,
                targets,
                orders,
                account.category(),
                account.dayOpenEquity(),
                account.highWaterMark());
    }

    private static Balance balance(BalanceDocument balance) {
        InterestTerms interest = InstrumentFacts.within(
                "interest", balance.interest(), terms -> new InterestTerms(terms.yearlyRate(), terms.since()));
        return new Balance(balance.asset(), balance.quantity(), interest);
    }

    static Position position(PositionDocument position) {
        return new Position(
                position.instrument(),
                position.quantity(),
                position.entryPrice(),
                position.isolatedMargin(),
                position.leverage(),
                position.fundingIndex(),
                position.bestMark());
    }

    private static Order order(OrderDocument order) {
        return new Order(
                order.id(),
                order.instrument(),
                order.side(),
                order.quantity(),
                order.limitPrice(),
                Boolean.TRUE.equals(order.reduceOnly()));
    }

    private static AllocationTarget target(TargetDocument target) {
        if (target.asset() != null && target.instrument() == null) {
            return new AllocationTarget(Holding.asset(target.asset()), target.weight());
        }
        if (target.instrument() != null && target.asset() == null) {
            return new AllocationTarget(Holding.instrument(target.instrument()), target.weight());
        }
        throw new InvalidFactException(
                "",
                target.asset() == null
                        ? "is missing both asset and instrument. Maybe add one of them."
                        : "gives both asset (%s) and instrument (%s). Maybe remove one of them."
                                .formatted(target.asset(), target.instrument()));
    }
}
