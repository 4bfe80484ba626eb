package io.plimsoll.model.sizing;

import io.plimsoll.model.margin.PositionMargin.Slice;
import io.plimsoll.model.number.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In which order positions, or parts of them, are closed.
final class Preference {

    /// A piece of a position's notional in which the requirement is linear.
    ///
    /// @param closing of which position
    /// @param width notional
    /// @param rate what it requires, as a share of notional
    /// @param relief what closing it takes off the burden, as a share of notional
    record Part(Closing closing, Ratio width, Ratio rate, Ratio relief) {}

    private static final Comparator<Closing> BY_NAME =
            Comparator.comparing(closing -> closing.position().id());

    private static final Comparator<Closing> LARGEST_FIRST = Comparator.comparing(
                    (Closing closing) -> closing.position().notional())
            .reversed()
            .thenComparing(BY_NAME);

    private static final Comparator<Closing> LOSERS_FIRST = Comparator.comparing(
                    (Closing closing) -> closing.position().unrealisedPnl())
            .thenComparing(LARGEST_FIRST);

    // Rate ÷ cost, compared by cross-multiplication: rates are above 0, and a cost of 0 is the best. Then dearest
    // first;
    // among equals the largest position, so that few orders are needed; then by name.
    private static final Comparator<Part> CHEAPEST_FIRST = ((Comparator<Part>) Preference::byRatePerCost)
            .thenComparing(Comparator.comparing(Part::rate).reversed())
            .thenComparing(Part::closing, LARGEST_FIRST);

    private Preference() {}

    /// The closings in the order in which they are turned to as wholes.
    static List<Closing> wholes(List<Closing> closings, LiquidationOrder order) {
        Comparator<Closing> comparator = switch (order) {
            case LOSERS_FIRST -> LOSERS_FIRST;
            case MARGIN_RELEASED_PER_COST, LARGEST_FIRST, PRO_RATA -> LARGEST_FIRST;
        };
        return closings.stream().sorted(comparator).toList();
    }

    /// The parts that help, those that release the most for what they cost first.
    static List<Part> parts(List<Closing> closings, Goal goal) {
        List<Part> parts = new ArrayList<>();
        for (Closing closing : closings) {
            Ratio notional = closing.position().notional();
            for (Slice slice : goal.requirement().slices(closing.position()).reversed()) {
                if (notional.compareTo(slice.from()) > 0) {
                    Ratio relief = slice.rate().minus(goal.costWeight().multiply(closing.costRate()));
                    if (relief.signum() > 0) {
                        parts.add(new Part(closing, notional.minus(slice.from()), slice.rate(), relief));
                    }
                    notional = slice.from();
                }
            }
        }
        parts.sort(CHEAPEST_FIRST);
        return parts;
    }

    private static int byRatePerCost(Part a, Part b) {
        return b.rate()
                .times(a.closing().costRate())
                .compareTo(a.rate().times(b.closing().costRate()));
    }
}
