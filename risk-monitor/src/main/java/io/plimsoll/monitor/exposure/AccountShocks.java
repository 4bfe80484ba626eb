package io.plimsoll.monitor.exposure;

import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One account at the shocks of a grid: evaluated by the model where that is asked for, and straight between
/// two such places wherever that follows from what it holds.
///
/// It follows where no inverse contract and no option moves, no mark that moves is rounded, each position is in
/// the same margin tier at both places and each capped balance on the same side of its cap: values are then
/// multiples of `1 + beta × shock`, and all amounts of [AccountRisk] sums of such multiples and constants. A
/// position that is in one tier at two places is in it between them, because its mark only rises or only falls.
final class AccountShocks {

    private final Snapshot snapshot;
    private final ShockGrid grid;
    private final Map<String, ShockedMark> marks = new TreeMap<>();
    private final boolean isStill;
    private final boolean canBeStraight;
    private final @Nullable AccountRisk[] risks;
    private final Map<Integer, int[]> places = new HashMap<>();

    AccountShocks(Snapshot snapshot, BookShocks shocks) {
        // What decides about thresholds, and no metric reads, is left out: a book may have thousands of signals.
        this.snapshot = new Snapshot(
                snapshot.asOf(),
                snapshot.account(),
                snapshot.instruments(),
                snapshot.collateral(),
                snapshot.marks(),
                List.of(),
                snapshot.categories());
        this.grid = shocks.grid();
        snapshot.marks().forEach(mark -> marks.put(mark.id(), shocks.of(mark)));
        this.isStill = marks.values().stream().noneMatch(ShockedMark::isMoved);
        this.canBeStraight = marks.values().stream().allMatch(ShockedMark::isEven)
                && snapshot.account().positions().stream()
                        .allMatch(position -> isStraight(snapshot.instrument(position.instrument())));
        this.risks = new @Nullable AccountRisk[grid.size()];
    }

    private boolean isStraight(Instrument instrument) {
        OptionTerms option = instrument.option();
        boolean isMoved = isMoved(instrument.id()) || (option != null && isMoved(option.underlying()));
        return !isMoved || (option == null && !instrument.type().isInverse());
    }

    private boolean isMoved(String mark) {
        return mark(mark).isMoved();
    }

    ShockGrid grid() {
        return grid;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    ShockedMark mark(String id) {
        ShockedMark mark = marks.get(id);
        if (mark == null) {
            throw new IllegalArgumentException("There is no mark for %s.".formatted(id));
        }
        return mark;
    }

    /// Whether no shock moves anything.
    boolean isStill() {
        return isStill;
    }

    /// A place that has been looked at if there is one, for what no shock changes.
    int anyPlace() {
        for (int place = 0; place < risks.length; place++) {
            if (risks[place] != null) {
                return place;
            }
        }
        return grid.present();
    }

    /// Everything about the account at a place of the grid.
    AccountRisk at(int place) {
        AccountRisk known = risks[place];
        if (known == null) {
            known = AccountRisk.of(isStill ? snapshot : shocked(place));
            risks[place] = known;
        }
        return known;
    }

    private Snapshot shocked(int place) {
        return snapshot.withMarks(
                marks.values().stream().map(mark -> mark.at(place)).toList());
    }

    /// Whether all amounts are straight from one place to another.
    boolean isStraight(int from, int to) {
        return canBeStraight
                && Arrays.equals(places.computeIfAbsent(from, this::places), places.computeIfAbsent(to, this::places));
    }

    /// The tier of each position, and the side of its cap that each balance is on.
    private int[] places(int place) {
        AccountRisk risk = at(place);
        IntStream tiers = risk.positions().stream()
                .mapToInt(position -> position.instrument()
                        .schedule()
                        .indexAt(position.margin()
                                .scheduledNotional(position.position().quantity())));
        IntStream sides = risk.balances().stream().mapToInt(balance -> isBeyondCap(balance) ? 1 : 0);
        return IntStream.concat(tiers, sides).toArray();
    }

    private boolean isBeyondCap(BalanceRisk balance) {
        BigDecimal cap = snapshot.collateralAsset(balance.balance().asset())
                .map(CollateralAsset::cap)
                .orElse(null);
        return cap != null && balance.marketValue().compareTo(cap) > 0;
    }

    /// An amount at a place, read between the nearest places that have been evaluated if it is straight there.
    ///
    /// @param amount which is straight where the account is
    Ratio amount(int place, Function<AccountRisk, Ratio> amount) {
        AccountRisk known = risks[place];
        if (known != null) {
            return amount.apply(known);
        }
        int from = place;
        while (from >= 0 && risks[from] == null) {
            from--;
        }
        int to = place;
        while (to < risks.length && risks[to] == null) {
            to++;
        }
        return from < 0 || to == risks.length || !isStraight(from, to)
                ? amount.apply(at(place))
                : between(from, amount.apply(at(from)), to, amount.apply(at(to)), place);
    }

    /// The amount at a place that is straight from one place to another.
    Ratio between(int from, Ratio first, int to, Ratio last, int place) {
        BigDecimal after = grid.at(place).subtract(grid.at(from));
        BigDecimal before = grid.at(to).subtract(grid.at(place));
        return first.times(before).plus(last.times(after)).dividedBy(after.add(before));
    }
}
