package io.plimsoll.monitor.exposure;

import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
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
    private final ShockedMark[] marks;
    private final boolean isStill;
    private final boolean isLinear;
    private final @Nullable AccountRisk[] risks;
    private final int[] @Nullable [] pieces;

    AccountShocks(Snapshot snapshot, BookShocks shocks) {
        this.snapshot = lean(snapshot);
        this.grid = shocks.grid();
        this.marks = snapshot.marks().stream().map(shocks::of).toArray(ShockedMark[]::new);
        this.isStill = Arrays.stream(marks).noneMatch(ShockedMark::isMoved);
        this.isLinear = Arrays.stream(marks).allMatch(ShockedMark::isEven)
                && snapshot.account().positions().stream()
                        .allMatch(position -> isLinear(snapshot.instrument(position.instrument())));
        this.risks = new @Nullable AccountRisk[grid.size()];
        this.pieces = new int @Nullable [grid.size()][];
    }

    /// Without what decides about thresholds and no metric reads: a book may have thousands of signals.
    private static Snapshot lean(Snapshot snapshot) {
        return snapshot.signals().isEmpty()
                ? snapshot
                : new Snapshot(
                        snapshot.asOf(),
                        snapshot.account(),
                        snapshot.instruments(),
                        snapshot.collateral(),
                        snapshot.marks(),
                        List.of(),
                        snapshot.categories());
    }

    private boolean isLinear(Instrument instrument) {
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
        for (ShockedMark mark : marks) {
            if (mark.id().equals(id)) {
                return mark;
            }
        }
        throw new IllegalArgumentException("There is no mark for %s.".formatted(id));
    }

    /// Whether no shock moves anything.
    boolean isStill() {
        return isStill;
    }

    /// Whether all amounts are straight but for margin tiers and caps.
    boolean isLinear() {
        return isLinear;
    }

    /// What no shock changes is the same at any place: one that has been evaluated, if there is one.
    AccountRisk anywhere() {
        for (AccountRisk risk : risks) {
            if (risk != null) {
                return risk;
            }
        }
        return at(grid.present());
    }

    boolean isEvaluated(int place) {
        return isStill || risks[place] != null;
    }

    /// At how many places it has been evaluated.
    int evaluations() {
        int count = 0;
        for (AccountRisk risk : risks) {
            count += risk == null ? 0 : 1;
        }
        return count;
    }

    /// Everything about the account at a place of the grid.
    AccountRisk at(int place) {
        int own = isStill ? 0 : place;
        AccountRisk known = risks[own];
        if (known == null) {
            known = AccountRisk.of(isStill ? snapshot : shocked(place));
            risks[own] = known;
        }
        return known;
    }

    private Snapshot shocked(int place) {
        Mark[] shocked = new Mark[marks.length];
        for (int i = 0; i < marks.length; i++) {
            shocked[i] = marks[i].at(place);
        }
        return snapshot.withMarks(List.of(shocked));
    }

    /// Whether all amounts are straight from one place to another.
    boolean isStraight(int from, int to) {
        return isLinear && Arrays.equals(pieces(from), pieces(to));
    }

    /// The tier of each position, and the side of its cap that each balance is on.
    private int[] pieces(int place) {
        int[] known = pieces[place];
        if (known == null) {
            AccountRisk risk = at(place);
            known = new int[risk.positions().size() + risk.balances().size()];
            int i = 0;
            for (PositionRisk position : risk.positions()) {
                BigDecimal quantity = position.position().quantity();
                known[i++] = position.instrument()
                        .schedule()
                        .indexAt(position.margin().scheduledNotional(quantity));
            }
            for (BalanceRisk balance : risk.balances()) {
                known[i++] = isBeyondCap(balance) ? 1 : 0;
            }
            pieces[place] = known;
        }
        return known;
    }

    private boolean isBeyondCap(BalanceRisk balance) {
        BigDecimal cap = snapshot.collateralAsset(balance.balance().asset())
                .map(CollateralAsset::cap)
                .orElse(null);
        return cap != null && balance.marketValue().compareTo(cap) > 0;
    }

    /// The nearest place that has been evaluated, up to this one, from which the account is straight to
    /// [#straightTo]. Evaluates where that is needed.
    int straightFrom(int place) {
        int from = evaluated(place, -1);
        int to = evaluated(place, 1);
        while (from < place && !isStraight(from, to)) {
            int middle = (from + to) >>> 1;
            at(middle);
            from = middle <= place ? middle : from;
            to = middle >= place ? middle : to;
        }
        return from;
    }

    /// The nearest place that has been evaluated, from this one on.
    int straightTo(int place) {
        return evaluated(place, 1);
    }

    private int evaluated(int place, int step) {
        int at = place;
        while (at >= 0 && at < risks.length && !isEvaluated(at)) {
            at += step;
        }
        if (at < 0 || at == risks.length) {
            at(place);
            return place;
        }
        return at;
    }

    /// The amount at a place that is straight from one place to another.
    Ratio between(int from, Ratio first, int to, Ratio last, int place) {
        BigDecimal after = grid.at(place).subtract(grid.at(from));
        BigDecimal before = grid.at(to).subtract(grid.at(place));
        return first.times(before).plus(last.times(after)).dividedBy(after.add(before));
    }
}
