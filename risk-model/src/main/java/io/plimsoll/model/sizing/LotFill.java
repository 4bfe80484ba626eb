package io.plimsoll.model.sizing;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Spreads an amount over assets by [WaterLevel], in whole lots.
///
/// Shares are rounded down to lots; what that leaves goes to whoever is furthest from the target, as far as
/// whole lots fit into it. If the amount has to be reached, one lot more is taken, the cheapest.
final class LotFill {

    /// An asset that takes part.
    ///
    /// @param move its trade so far
    /// @param lots how many more it may take
    record Slot(AssetMove move, BigDecimal lots) {

        private WaterLevel.Vessel vessel() {
            return new WaterLevel.Vessel(move.gap(), Ratio.of(lots.multiply(move.lotValue())));
        }

        private Slot with(BigDecimal more) {
            return new Slot(move.withMore(more), lots.subtract(more));
        }

        private BigDecimal lotsIn(Ratio amount) {
            return amount.dividedBy(move.lotValue())
                    .wholeUnits(BigDecimal.ONE, RoundingMode.DOWN)
                    .min(lots);
        }
    }

    private static final Comparator<Slot> FURTHEST_FIRST = Comparator.comparing(
                    (Slot slot) -> slot.move().gap(), Comparator.reverseOrder())
            .thenComparing(slot -> slot.move().holding());

    private static final Comparator<Slot> CHEAPEST_LOT_FIRST =
            Comparator.comparing((Slot slot) -> slot.move().lotValue()).thenComparing(FURTHEST_FIRST);

    private final Ratio amount;
    private final Ratio most;
    private final BigDecimal least;

    /// @param amount to spread, above 0
    /// @param most how much the last lot may make of it; the amount itself if it is a limit
    /// @param least the value below which a trade is not worth it: who would get less gets nothing, and
    ///     leaves its share to the others
    LotFill(Ratio amount, Ratio most, BigDecimal least) {
        this.amount = amount;
        this.most = most;
        this.least = least;
    }

    /// The assets with what they trade now, in the same order.
    List<AssetMove> into(List<Slot> slots) {
        List<AssetMove> moves = new ArrayList<>(slots.stream().map(Slot::move).toList());
        int[] open = IntStream.range(0, slots.size())
                .filter(i -> slots.get(i).lots().signum() > 0)
                .toArray();
        while (open.length > 0) {
            List<Slot> tried = spread(Arrays.stream(open).mapToObj(slots::get).toList());
            int[] tries = open;
            int[] worth = IntStream.range(0, open.length)
                    .filter(i -> tried.get(i).move().value().compareTo(least) >= 0)
                    .map(i -> tries[i])
                    .toArray();
            if (worth.length == open.length) {
                IntStream.range(0, tries.length)
                        .forEach(i -> moves.set(tries[i], tried.get(i).move()));
                return moves;
            }
            boolean isTooThin = worth.length == 0 && open.length > 1;
            open = isTooThin ? furthest(slots, open) : worth;
        }
        return moves;
    }

    private static int[] furthest(List<Slot> slots, int[] open) {
        return Arrays.stream(open).boxed().min(Comparator.comparing(slots::get, FURTHEST_FIRST)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<Slot> spread(List<Slot> open) {
        Ratio level = WaterLevel.of(open.stream().map(Slot::vessel).toList(), amount);
        List<Slot> filled = new ArrayList<>(open.stream()
                .map(slot -> slot.with(slot.lotsIn(slot.vessel().filledTo(level))))
                .toList());
        Ratio missing = amount.minus(taken(open, filled));
        for (int i : order(filled, FURTHEST_FIRST)) {
            BigDecimal more = filled.get(i).lotsIn(missing);
            missing = missing.minus(more.multiply(filled.get(i).move().lotValue()));
            filled.set(i, filled.get(i).with(more));
        }
        if (missing.signum() > 0) {
            Ratio allowed = most.isUnbounded() ? most : most.minus(amount).plus(missing);
            order(filled, CHEAPEST_LOT_FIRST).stream()
                    .filter(i -> filled.get(i).lots().signum() > 0
                            && allowed.compareTo(filled.get(i).move().lotValue()) >= 0)
                    .findFirst()
                    .ifPresent(i -> filled.set(i, filled.get(i).with(BigDecimal.ONE)));
        }
        return filled;
    }

    private static List<Integer> order(List<Slot> slots, Comparator<Slot> by) {
        return IntStream.range(0, slots.size())
                .boxed()
                .sorted(Comparator.comparing(slots::get, by))
                .toList();
    }

    private static Ratio taken(List<Slot> before, List<Slot> after) {
        Sum sum = new Sum();
        for (int i = 0; i < before.size(); i++) {
            sum.add(after.get(i).move().value().subtract(before.get(i).move().value()));
        }
        return sum.total();
    }
}
