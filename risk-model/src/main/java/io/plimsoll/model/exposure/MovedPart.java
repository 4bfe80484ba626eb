package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Cuts out of a snapshot what some of its marks move. Looked up once, because an account of many positions has
/// as many directions.
final class MovedPart {

    private final Snapshot snapshot;
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, List<Order>> orders = new HashMap<>();
    private final Map<String, Balance> balances = new HashMap<>();
    private final Map<Holding, AllocationTarget> targets = new HashMap<>();
    private final Map<String, Set<String>> instrumentsByMark = new HashMap<>();

    MovedPart(Snapshot snapshot) {
        this.snapshot = snapshot;
        Account account = snapshot.account();
        account.positions().forEach(position -> positions.put(position.instrument(), position));
        account.orders()
                .forEach(order -> orders.computeIfAbsent(order.instrument(), instrument -> new ArrayList<>())
                        .add(order));
        account.balances().forEach(balance -> balances.put(balance.asset(), balance));
        balances.remove(account.currency());
        account.targets().forEach(target -> targets.put(target.holding(), target));
        positions.keySet().forEach(this::readsMarks);
        orders.keySet().forEach(this::readsMarks);
    }

    private void readsMarks(String instrument) {
        marksOf(snapshot.instrument(instrument))
                .forEach(mark -> instrumentsByMark
                        .computeIfAbsent(mark, read -> new TreeSet<>())
                        .add(instrument));
    }

    /// The marks that decide what an instrument is worth and requires.
    static List<String> marksOf(Instrument instrument) {
        OptionTerms option = instrument.option();
        return option == null ? List.of(instrument.id()) : List.of(instrument.id(), option.underlying());
    }

    /// One position, whatever else the account has.
    Snapshot ofPosition(String instrument) {
        Position position = Objects.requireNonNull(positions.get(instrument));
        return part(List.of(instrument), List.of(), List.of(position), List.of(), List.of());
    }

    /// Everything that is valued or margined by any of these marks.
    Snapshot of(Set<String> marks) {
        TreeSet<String> instruments = new TreeSet<>();
        List<Balance> owned = new ArrayList<>();
        for (String mark : marks) {
            instruments.addAll(instrumentsByMark.getOrDefault(mark, Set.of()));
            Balance balance = balances.get(mark);
            if (balance != null) {
                owned.add(balance);
            }
        }
        List<Position> held = new ArrayList<>();
        List<Order> open = new ArrayList<>();
        List<AllocationTarget> wanted = new ArrayList<>();
        for (String instrument : instruments) {
            Position position = positions.get(instrument);
            if (position != null) {
                held.add(position);
            }
            open.addAll(orders.getOrDefault(instrument, List.of()));
            addTarget(Holding.instrument(instrument), wanted);
        }
        owned.forEach(balance -> addTarget(Holding.asset(balance.asset()), wanted));
        return part(instruments, owned, held, open, wanted);
    }

    private void addTarget(Holding holding, List<AllocationTarget> wanted) {
        AllocationTarget target = targets.get(holding);
        if (target != null) {
            wanted.add(target);
        }
    }

    private Snapshot part(
            Iterable<String> instrumentIds,
            List<Balance> owned,
            List<Position> held,
            List<Order> open,
            List<AllocationTarget> wanted) {
        List<Instrument> instruments = new ArrayList<>();
        List<CollateralAsset> collateral = new ArrayList<>();
        TreeSet<String> read = new TreeSet<>();
        for (String id : instrumentIds) {
            Instrument instrument = snapshot.instrument(id);
            instruments.add(instrument);
            read.addAll(marksOf(instrument));
        }
        for (Balance balance : owned) {
            snapshot.collateralAsset(balance.asset()).ifPresent(collateral::add);
            read.add(balance.asset());
        }
        Account all = snapshot.account();
        Account account = new Account(
                all.id(),
                all.segment(),
                all.marginMode(),
                all.currency(),
                owned,
                held,
                wanted,
                open,
                all.category(),
                all.dayOpenEquity(),
                all.highWaterMark());
        List<Mark> marks = read.stream().map(snapshot::mark).toList();
        return new Snapshot(snapshot.asOf(), account, instruments, collateral, marks, List.of(), snapshot.categories());
    }
}
