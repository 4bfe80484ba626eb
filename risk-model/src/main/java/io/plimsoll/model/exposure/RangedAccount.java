package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.exposure.Tally.Part;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An account in ranges: everything that it holds, and the sums over it.
final class RangedAccount {

    private final Snapshot snapshot;
    private final AccountRisk risk;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byMark = new HashMap<>();
    private final Map<Holding, Entry> byHolding = new HashMap<>();
    private final Set<Part> wanted;
    private final Tally total;

    /// @param thresholds what is read of it
    RangedAccount(Snapshot snapshot, AccountRisk risk, List<Threshold> thresholds) {
        this.snapshot = snapshot;
        this.risk = risk;
        this.wanted = Tally.readFor(thresholds);
        this.total = new Tally(wanted);
        for (BalanceRisk balance : risk.balances()) {
            add(balance);
        }
        for (PositionRisk position : risk.positions()) {
            add(position);
        }
        Map<String, List<Order>> orders = new TreeMap<>();
        risk.account()
                .orders()
                .forEach(order -> orders.computeIfAbsent(order.instrument(), instrument -> new ArrayList<>())
                        .add(order));
        orders.forEach(this::add);
    }

    /// Something that is held, with the marks that decide about it.
    ///
    /// @param instrument null for a balance
    /// @param mark null for what has no mark: the account's own currency
    /// @param underlyingPrice of an option's underlying; null for what is no option
    record Entry(
            RangedHolding holding,
            @Nullable Instrument instrument,
            @Nullable String mark,
            Range price,
            @Nullable String underlying,
            @Nullable Range underlyingPrice) {

        void addTo(Tally tally) {
            holding.addTo(tally, price, underlyingPrice);
        }
    }

    private void add(BalanceRisk risk) {
        String asset = risk.balance().asset();
        boolean isOwn = asset.equals(snapshot.account().currency());
        RangedBalance balance = RangedBalance.of(snapshot, risk);
        Range price = isOwn ? Range.ONE : Range.of(snapshot.mark(asset).price());
        add(Holding.asset(asset), new Entry(balance, null, isOwn ? null : asset, price, null, null));
    }

    private void add(PositionRisk position) {
        Account account = risk.account();
        boolean sharesBalances = !position.position().isIsolated() || !account.isCross();
        add(
                Holding.instrument(position.id()),
                entry(new RangedPosition(position, sharesBalances), position.instrument()));
    }

    private void add(String id, List<Order> orders) {
        Instrument instrument = snapshot.instrument(id);
        Entry held = byHolding.get(Holding.instrument(id));
        Position position = held != null && held.holding instanceof RangedPosition of ? of.position() : null;
        add(null, entry(new RangedOrders(instrument, position, orders), instrument));
    }

    private Entry entry(RangedHolding holding, Instrument instrument) {
        OptionTerms option = instrument.option();
        String underlying = option == null ? null : option.underlying();
        return new Entry(
                holding,
                instrument,
                instrument.id(),
                Range.of(snapshot.mark(instrument.id()).price()),
                underlying,
                underlying == null ? null : Range.of(snapshot.mark(underlying).price()));
    }

    private void add(@Nullable Holding key, Entry entry) {
        entries.add(entry);
        entry.addTo(total);
        if (key != null) {
            byHolding.put(key, entry);
        }
        if (entry.mark != null) {
            byMark.computeIfAbsent(entry.mark, mark -> new ArrayList<>()).add(entry);
        }
        if (entry.underlying != null && !entry.underlying.equals(entry.mark)) {
            byMark.computeIfAbsent(entry.underlying, mark -> new ArrayList<>()).add(entry);
        }
    }

    AccountRisk risk() {
        return risk;
    }

    /// Everything held, and the orders.
    List<Entry> entries() {
        return entries;
    }

    /// What a mark decides about.
    List<Entry> movedBy(String mark) {
        return byMark.getOrDefault(mark, List.of());
    }

    /// What is held; null for nothing.
    @Nullable
    Entry entry(Holding holding) {
        return byHolding.get(holding);
    }

    /// The sums without a shock.
    Tally total() {
        return total;
    }

    /// What is summed.
    Set<Part> wanted() {
        return wanted;
    }

    /// Whether anything counts to what shares the balances.
    boolean hasExposure() {
        return !total.get(Part.EXPOSURE).isZero();
    }

    boolean hasDebt() {
        return !total.get(Part.DEBT).isZero();
    }

    boolean hasPledges() {
        return !total.get(Part.COLLATERAL).isZero();
    }

    boolean hasMagnitude() {
        return !total.get(Part.MAGNITUDE).isZero();
    }
}
