package io.plimsoll.monitor.exposure;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How much of a book is past its thresholds after each of many shocks: takes one account after the other, and
/// keeps nothing of it but sums. What it tells is the same as evaluating every account at every shock would
/// tell, at the cost of a few evaluations of each account; no rounding decides whether a threshold is crossed.
///
/// Several of them, each in a thread of its own, can share the shocks and be [put together][#add(BookExposure)]
/// at the end; the order of accounts makes no difference.
///
/// Not for use by several threads at once.
public final class BookExposure {

    private final BookShocks shocks;
    private final Set<ThresholdKind> kinds;
    private final Map<Section, ExposureSums> sums =
            new TreeMap<>(Comparator.comparing(Section::kind).thenComparing(Section::currency));
    private long accounts;
    private long evaluations;

    /// @param kinds of thresholds that are looked at
    public BookExposure(BookShocks shocks, Set<ThresholdKind> kinds) {
        this.shocks = shocks;
        this.kinds = Set.copyOf(kinds);
    }

    private record Section(ThresholdKind kind, String currency) {}

    /// Adds an account.
    ///
    /// @param snapshot at the present marks
    /// @param thresholds of scopes that the account has; of those that compete one
    public void add(Snapshot snapshot, List<Threshold> thresholds) {
        accounts++;
        List<Threshold> wanted = thresholds.stream()
                .filter(threshold -> kinds.contains(threshold.kind()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        AccountShocks account = new AccountShocks(snapshot, shocks);
        List<BitSet> crossed = CrossedShocks.of(account, shocks, wanted);
        Map<ThresholdKind, List<Integer>> byKind = new EnumMap<>(ThresholdKind.class);
        for (int i = 0; i < wanted.size(); i++) {
            byKind.computeIfAbsent(wanted.get(i).kind(), kind -> new ArrayList<>())
                    .add(i);
        }
        String currency = snapshot.account().currency();
        byKind.forEach((kind, places) -> of(new Section(kind, currency))
                .add(Exposed.of(
                        account,
                        places.stream().map(wanted::get).toList(),
                        places.stream().map(crossed::get).toList())));
        evaluations += account.evaluations();
    }

    private ExposureSums of(Section section) {
        return sums.computeIfAbsent(section, any -> new ExposureSums(shocks.grid()));
    }

    /// Adds all accounts of another one.
    ///
    /// @param other with the same shocks and kinds
    /// @throws IllegalArgumentException if it has others
    public void add(BookExposure other) {
        if (shocks != other.shocks || !kinds.equals(other.kinds)) {
            throw new IllegalArgumentException("Only what was shocked alike can be added.");
        }
        accounts += other.accounts;
        evaluations += other.evaluations;
        other.sums.forEach((section, added) -> of(section).add(added));
    }

    /// How many accounts have been added.
    public long accounts() {
        return accounts;
    }

    /// How many evaluations of an account that took.
    public long evaluations() {
        return evaluations;
    }

    /// What they add up to: one table for each kind and currency of which there is a threshold, in the order
    /// of kinds, then of currencies.
    public List<ExposureTable> tables() {
        return sums.entrySet().stream()
                .map(each -> each.getValue()
                        .table(each.getKey().kind(), each.getKey().currency()))
                .toList();
    }
}
