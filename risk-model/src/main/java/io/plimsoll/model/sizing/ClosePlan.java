package io.plimsoll.model.sizing;

import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What is closed of each position, so that the requirement of all together falls to a target.
final class ClosePlan {

    /// A piece of a position's notional in which the requirement is linear.
    private record Slice(Closing closing, BigDecimal width, BigDecimal rate) {}

    // Dearest first; among equals the largest position, so that few orders are needed; then by name.
    private static final Comparator<Slice> DEAREST_FIRST = Comparator.comparing(Slice::rate)
            .thenComparing(slice -> slice.closing().position().notional())
            .reversed()
            .thenComparing(slice -> slice.closing().position().id());

    private final ReducibleRequirement requirement;
    private final List<Closing> closings;
    private BigDecimal target = BigDecimal.ZERO;

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
    BigDecimal requirement() {
        return closings.stream().map(Closing::requirementLeft).reduce(BigDecimal.ZERO, BigDecimal::add);
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
    void reduceTo(BigDecimal target) {
        this.target = target;
        SequencedSet<Closing> touched = closeDearestSlices(requirement().subtract(target));
        BigDecimal slack = target.subtract(requirement());
        // The cheapest slices give back the most notional for the slack that rounding up to lots has left.
        for (Closing closing : touched.reversed()) {
            slack = closing.giveBack(slack);
        }
    }

    /// Makes plans over the same positions one: of each position the most that any of them closes, less what none of
    /// them needs then, because what one closes relieves the others too.
    static void unite(List<ClosePlan> plans) {
        BigDecimal[] slacks = new BigDecimal[plans.size()];
        for (ClosePlan plan : plans) {
            plans.forEach(plan::closeAtLeastAsMuchAs);
        }
        for (int i = 0; i < slacks.length; i++) {
            slacks[i] = plans.get(i).target.subtract(plans.get(i).requirement());
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

    private SequencedSet<Closing> closeDearestSlices(BigDecimal excess) {
        SequencedSet<Closing> touched = new LinkedHashSet<>();
        BigDecimal left = excess;
        for (Slice slice : slices()) {
            if (left.signum() <= 0) {
                break;
            }
            BigDecimal relief = slice.rate().multiply(slice.width());
            Ratio closed = relief.compareTo(left) <= 0 ? Ratio.of(slice.width()) : Ratio.of(left, slice.rate());
            slice.closing().closeMore(closed);
            touched.add(slice.closing());
            left = left.subtract(relief);
        }
        return touched;
    }

    private List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (Closing closing : closings) {
            BigDecimal notional = closing.position().notional();
            for (MarginTier tier : requirement.tiers(closing.position()).reversed()) {
                if (notional.compareTo(tier.floor()) > 0) {
                    slices.add(new Slice(closing, notional.subtract(tier.floor()), requirement.rate(tier)));
                    notional = tier.floor();
                }
            }
        }
        slices.sort(DEAREST_FIRST);
        return slices;
    }
}
