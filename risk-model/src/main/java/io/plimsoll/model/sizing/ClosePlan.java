package io.plimsoll.model.sizing;

import io.plimsoll.model.margin.PositionMargin.Slice;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What is closed of each position, so that the requirement of all together falls to a target.
final class ClosePlan {

    /// A piece of a position's notional in which the requirement is linear.
    private record Part(Closing closing, Ratio width, Ratio rate) {}

    // Dearest first; among equals the largest position, so that few orders are needed; then by name.
    private static final Comparator<Part> DEAREST_FIRST = Comparator.comparing(Part::rate)
            .thenComparing(part -> part.closing().position().notional())
            .reversed()
            .thenComparing(part -> part.closing().position().id());

    private final ReducibleRequirement requirement;
    private final List<Closing> closings;
    private Ratio target = Ratio.ZERO;

    ClosePlan(ReducibleRequirement requirement, List<PositionRisk> positions) {
        this.requirement = requirement;
        this.closings = positions.stream()
                .map(position -> new Closing(position, requirement))
                .toList();
    }

    /// Every position, in the given order.
    List<Closing> closings() {
        return closings;
    }

    /// What is left of the requirement.
    Ratio requirement() {
        Sum sum = new Sum();
        closings.forEach(closing -> sum.add(closing.requirementLeft()));
        return sum.total();
    }

    boolean isFull() {
        return closings.stream().allMatch(Closing::isAll);
    }

    void closeEverything() {
        closings.forEach(Closing::closeAll);
    }

    /// Closes as little as brings the requirement to the target or below.
    ///
    /// @param target zero or positive
    void reduceTo(Ratio target) {
        this.target = target;
        SequencedSet<Closing> touched = closeDearestSlices(requirement().minus(target));
        Ratio slack = target.minus(requirement());
        // The cheapest slices give back the most notional for the slack that rounding up to lots has left.
        for (Closing closing : touched.reversed()) {
            slack = closing.giveBack(slack);
        }
    }

    /// Makes plans over the same positions one: of each position the most that any of them closes, less what
    /// none of them needs then, because what one closes relieves the others too.
    static void unite(List<ClosePlan> plans) {
        Ratio[] slacks = new Ratio[plans.size()];
        for (ClosePlan plan : plans) {
            plans.forEach(plan::closeAtLeastAsMuchAs);
        }
        for (int i = 0; i < slacks.length; i++) {
            slacks[i] = plans.get(i).target.minus(plans.get(i).requirement());
        }
        for (int position = 0; position < plans.getFirst().closings.size(); position++) {
            BigInteger lots = BigInteger.ZERO;
            for (int i = 0; i < slacks.length; i++) {
                lots = lots.max(plans.get(i).closings.get(position).fewestLots(slacks[i]));
            }
            for (int i = 0; i < slacks.length; i++) {
                slacks[i] = plans.get(i).closings.get(position).closeOnly(lots, slacks[i]);
            }
        }
    }

    private void closeAtLeastAsMuchAs(ClosePlan other) {
        for (int i = 0; i < closings.size(); i++) {
            closings.get(i).closeAtLeastAsMuchAs(other.closings.get(i));
        }
    }

    private SequencedSet<Closing> closeDearestSlices(Ratio excess) {
        SequencedSet<Closing> touched = new LinkedHashSet<>();
        Ratio left = excess;
        for (Part part : parts()) {
            if (left.signum() <= 0) {
                break;
            }
            Ratio relief = part.rate().times(part.width());
            Ratio closed = relief.compareTo(left) <= 0 ? part.width() : left.dividedBy(part.rate());
            part.closing().closeMore(closed);
            touched.add(part.closing());
            left = left.minus(relief);
        }
        return touched;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Closing closing : closings) {
            Ratio notional = closing.position().notional();
            for (Slice slice : requirement.slices(closing.position()).reversed()) {
                if (notional.compareTo(slice.from()) > 0) {
                    parts.add(new Part(closing, notional.minus(slice.from()), slice.rate()));
                    notional = slice.from();
                }
            }
        }
        parts.sort(DEAREST_FIRST);
        return parts;
    }
}
