package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the facts of one document, and the snapshot of the facts.
final class SnapshotAssembly {

    private final SnapshotDocument document;
    private final FactProblems problems = new FactProblems();

    SnapshotAssembly(SnapshotDocument document) {
        this.document = document;
    }

    Snapshot snapshot() {
        List<Instrument> instruments =
                problems.attemptAll("instruments", document.instruments(), InstrumentFacts::instrument);
        List<CollateralAsset> collateral =
                problems.attemptAll("collateral", document.collateral(), InstrumentFacts::collateral);
        List<CollateralCategory> categories =
                problems.attemptAll("categories", document.categories(), InstrumentFacts::category);
        List<Mark> marks = problems.attemptAll(
                "marks", document.marks(), mark -> new Mark(mark.id(), mark.price(), mark.time(), mark.source()));
        List<Signal> signals = problems.attemptAll(
                "signals",
                document.signals(),
                signal -> new Signal(signal.name(), signal.subject(), signal.value(), signal.time()));
        Account account = account(document.account());
        problems.throwIfAny();
        if (account == null) {
            throw new IllegalStateException("An account that can't be must leave a problem.");
        }
        try {
            return new Snapshot(document.asOf(), account, instruments, collateral, marks, signals, categories);
        } catch (InvalidFactException e) {
            problems.add(e, new AccountPaths(document.account(), account)::toDocument);
            problems.throwIfAny();
            throw e;
        }
    }

    private @Nullable Account account(AccountDocument account) {
        List<Balance> balances = problems.attemptAll("account/balances", account.balances(), SnapshotAssembly::balance);
        List<Position> positions =
                problems.attemptAll("account/positions", account.positions(), SnapshotAssembly::position);
        List<Order> orders = problems.attemptAll("account/orders", account.orders(), SnapshotAssembly::order);
        List<AllocationTarget> targets =
                problems.attemptAll("account/targets", account.targets(), SnapshotAssembly::target);
        boolean complete = balances.size() == account.balances().size()
                && positions.size() == account.positions().size()
                && targets.size() == account.targets().size()
                && orders.size() == account.orders().size();
        return complete ? account(account, balances, positions, targets, orders) : null;
    }

    private @Nullable Account account(
            AccountDocument account,
            List<Balance> balances,
            List<Position> positions,
            List<AllocationTarget> targets,
            List<Order> orders) {
        return problems.attempt(
                "account",
                () -> new Account(
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
                        account.highWaterMark()));
    }

    private static Balance balance(BalanceDocument balance) {
        InterestTerms interest = InstrumentFacts.within(
                "interest", balance.interest(), terms -> new InterestTerms(terms.yearlyRate(), terms.since()));
        return new Balance(balance.asset(), balance.quantity(), interest);
    }

    private static Position position(PositionDocument position) {
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
