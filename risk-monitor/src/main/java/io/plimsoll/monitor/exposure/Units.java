package io.plimsoll.monitor.exposure;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much of everything is held or owed by whom a threshold is crossed for, at each shock: quantities and not
/// values, so that an account costs what it holds, at however many shocks. A price is the same for all, and
/// is multiplied with the sum, which is exact.
final class Units {

    private final int size;
    private final Map<Key, BigDecimal[]> changes = new HashMap<>();

    /// @param size of the grid
    Units(int size) {
        this.size = size;
    }

    /// What is added up.
    ///
    /// @param id of the instrument or asset
    /// @param mark null for an account's own currency, which needs none
    /// @param isInverse whether it is worth its units ÷ the price, and not times
    /// @param over what units are divided by: 1, or what accrued interest is over
    private record Key(String id, @Nullable ShockedMark mark, boolean isInverse, BigDecimal over) {

        Ratio worth(BigDecimal units, int place) {
            Ratio share = Ratio.of(units, over);
            if (mark == null) {
                return share;
            }
            return isInverse ? share.dividedBy(mark.price(place)) : share.times(mark.price(place));
        }
    }

    /// Adds units, zero or more, at some places of the grid.
    void add(String id, @Nullable ShockedMark mark, boolean isInverse, Ratio units, BitSet places) {
        if (places.isEmpty()) {
            return;
        }
        BigDecimal[] change = of(new Key(id, mark, isInverse, units.denominator()));
        // Where a run of places begins, and where it is over.
        for (int from = places.nextSetBit(0); from >= 0; ) {
            int to = places.nextClearBit(from);
            change[from] = change[from].add(units.numerator());
            change[to] = change[to].subtract(units.numerator());
            from = places.nextSetBit(to);
        }
    }

    void add(Units other) {
        other.changes.forEach((key, added) -> {
            BigDecimal[] change = of(key);
            for (int i = 0; i <= size; i++) {
                change[i] = change[i].add(added[i]);
            }
        });
    }

    private BigDecimal[] of(Key key) {
        return changes.computeIfAbsent(key, any -> {
            BigDecimal[] none = new BigDecimal[size + 1];
            Arrays.fill(none, BigDecimal.ZERO);
            return none;
        });
    }

    /// What they are worth at each shock, exact.
    Ratio[] worth() {
        Sum[] sums = sums();
        changes.forEach((key, change) -> addTo(sums, key, change));
        return totals(sums);
    }

    /// What they are worth at each shock, by instrument or asset, exact.
    Map<String, Ratio[]> worthById() {
        Map<String, Sum[]> sums = new TreeMap<>();
        changes.forEach((key, change) -> addTo(sums.computeIfAbsent(key.id, any -> sums()), key, change));
        Map<String, Ratio[]> worth = new TreeMap<>();
        sums.forEach((id, each) -> worth.put(id, totals(each)));
        return worth;
    }

    private void addTo(Sum[] sums, Key key, BigDecimal[] change) {
        BigDecimal units = BigDecimal.ZERO;
        for (int place = 0; place < size; place++) {
            units = units.add(change[place]);
            if (units.signum() != 0) {
                sums[place].add(key.worth(units, place));
            }
        }
    }

    private Sum[] sums() {
        Sum[] sums = new Sum[size];
        Arrays.setAll(sums, any -> new Sum());
        return sums;
    }

    private static Ratio[] totals(Sum[] sums) {
        return Arrays.stream(sums).map(Sum::total).toArray(Ratio[]::new);
    }
}
