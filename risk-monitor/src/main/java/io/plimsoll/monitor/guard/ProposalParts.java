package io.plimsoll.monitor.guard;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.action.Action;
import io.plimsoll.model.action.ClosingOrder;
import io.plimsoll.model.action.Trade;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Breach;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads a proposal off an action and the snapshot that it was decided on.
final class ProposalParts {

    private final TriggeredAction triggered;
    private final Snapshot snapshot;

    ProposalParts(TriggeredAction triggered, Snapshot snapshot) {
        this.triggered = triggered;
        this.snapshot = snapshot;
    }

    Proposal proposal(String id) {
        Action action = triggered.action();
        Map<String, BigDecimal> closed = closed(action);
        Scope scope = action.scope();
        List<String> about = scope.type() == ScopeType.ACCOUNT ? List.of() : List.of(scope.id());
        Set<String> ids = dependencies(scope);
        ids.addAll(closed.keySet());
        return new Proposal(
                id,
                snapshot.account().id(),
                action.type(),
                snapshot.account().currency(),
                triggered.chosenBy().stream().map(Provenance::rule).toList(),
                triggered.breaches().stream()
                        .map(Breach::setBy)
                        .map(Provenance::rule)
                        .toList(),
                about,
                closed.entrySet().stream()
                        .map(entry -> new Closing(entry.getKey(), entry.getValue()))
                        .toList(),
                marks(ids));
    }

    private static Map<String, BigDecimal> closed(Action action) {
        Map<String, BigDecimal> closed = new TreeMap<>();
        switch (action) {
            case Action.Liquidation liquidation -> add(closed, liquidation.orders());
            case Action.ReduceLeverage reduction -> add(closed, reduction.orders());
            case Action.ClosePosition close ->
                add(closed, Stream.of(close.closing()).map(ClosingOrder::trade).toList());
            case Action.Rebalance rebalance -> add(closed, rebalance.trades());
            case Action.CollateralLiquidation sale ->
                sale.repayments()
                        .forEach(part ->
                                closed.merge(part.collateral(), part.soldValue().abs(), BigDecimal::add));
            case Action.MarginCall _, Action.RestrictTrading _, Action.Alert _ -> {}
        }
        return closed;
    }

    private static void add(Map<String, BigDecimal> closed, List<Trade> trades) {
        trades.forEach(
                trade -> closed.merge(trade.holding().id(), trade.notional().abs(), BigDecimal::add));
    }

    private Set<String> dependencies(Scope scope) {
        Account account = snapshot.account();
        boolean isAlone = scope.type() == ScopeType.POSITION
                && account.positions().stream()
                        .filter(position -> position.instrument().equals(scope.id()))
                        .anyMatch(Position::isIsolated);
        if (isAlone) {
            return new TreeSet<>(Set.of(scope.id()));
        }
        Set<String> ids = new TreeSet<>();
        account.balances().forEach(balance -> ids.add(balance.asset()));
        account.positions().forEach(position -> ids.add(position.instrument()));
        account.orders().forEach(order -> ids.add(order.instrument()));
        account.targets().forEach(target -> ids.add(target.holding().id()));
        return ids;
    }

    /// The account's currency has no mark: it is what the others are in.
    private List<Mark> marks(Set<String> dependencies) {
        Set<String> ids = new TreeSet<>(dependencies);
        for (Instrument instrument : snapshot.instruments()) {
            if (dependencies.contains(instrument.id()) && instrument.option() != null) {
                ids.add(instrument.option().underlying());
            }
        }
        ids.remove(snapshot.account().currency());
        return snapshot.marks().stream().filter(mark -> ids.contains(mark.id())).toList();
    }
}
