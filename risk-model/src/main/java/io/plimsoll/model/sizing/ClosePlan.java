package io.plimsoll.model.sizing;

import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What is closed of each position, so that all together reach a goal.
final class ClosePlan {

    private static final BigInteger SHARES = BigInteger.valueOf(1_000_000);

    // What one goal closes costs the others something; how often that is made up for. It shrinks by the rate of cost
    // each
    // time, so that a few times do.
    private static final int MOST_ROUNDS = 100;

    private final Goal goal;
    private final LiquidationOrder order;
    private final List<Closing> closings;

    ClosePlan(Goal goal, List<PositionRisk> positions, LiquidationPolicy policy) {
        this.goal = goal;
        this.order = policy.order();
        this.closings = positions.stream()
                .map(position -> new Closing(
                        position, goal, position.instrument().takerFee().add(policy.insuranceFee())))
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

    /// Closes as little as reaches the goal. False if no part of the positions does, but only all of them.
    boolean reach() {
        SequencedSet<Closing> touched = switch (order) {
            case MARGIN_RELEASED_PER_COST -> closeParts();
            case PRO_RATA -> closeShares();
            case LOSERS_FIRST, LARGEST_FIRST -> new LinkedHashSet<>();
        };
        touched.addAll(closeUntilReached());
        Ratio slack = slack();
        if (slack.signum() < 0) {
            return false;
        }
        // What was chosen last gives back first what rounding up to lots has closed too much.
        for (Closing closing : touched.reversed()) {
            slack = closing.giveBack(slack);
        }
        return true;
    }

    /// Makes plans over the same positions one: of each position the most that any of them closes, less what
    /// none of them needs then, because what one closes relieves the others too. False if that does not reach
    /// all goals.
    static boolean unite(List<ClosePlan> plans) {
        boolean reached = false;
        for (int round = 0; round < MOST_ROUNDS && !reached; round++) {
            for (ClosePlan plan : plans) {
                plans.forEach(plan::closeAtLeastAsMuchAs);
            }
            reached = plans.stream().allMatch(plan -> plan.slack().signum() >= 0);
            if (!reached) {
                plans.forEach(ClosePlan::closeUntilReached);
            }
        }
        if (reached) {
            giveBack(plans);
        }
        return reached;
    }

    private static void giveBack(List<ClosePlan> plans) {
        Ratio[] slacks = plans.stream().map(ClosePlan::slack).toArray(Ratio[]::new);
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

    /// What may be added to the burden of all; negative if the goal is not reached.
    private Ratio slack() {
        Sum sum = new Sum();
        closings.forEach(closing -> sum.add(closing.burden()));
        return goal.allowed().minus(sum.total());
    }

    private SequencedSet<Closing> closeParts() {
        SequencedSet<Closing> touched = new LinkedHashSet<>();
        Ratio missing = slack().negate();
        for (Preference.Part part : Preference.parts(closings, goal)) {
            if (missing.signum() <= 0) {
                break;
            }
            Ratio relief = part.relief().times(part.width());
            Ratio closed = relief.compareTo(missing) <= 0 ? part.width() : missing.dividedBy(part.relief());
            part.closing().closeMore(closed);
            touched.add(part.closing());
            missing = missing.minus(relief);
        }
        return touched;
    }

    /// The smallest share in millionths that does, of every position.
    private SequencedSet<Closing> closeShares() {
        BigInteger least = BigInteger.ZERO;
        BigInteger most = SHARES;
        while (least.compareTo(most) < 0) {
            BigInteger middle = least.add(most).shiftRight(1);
            closeShares(middle);
            if (slack().signum() >= 0) {
                most = middle;
            } else {
                least = middle.add(BigInteger.ONE);
            }
        }
        closeShares(most);
        return new LinkedHashSet<>(Preference.wholes(closings, order).reversed());
    }

    private void closeShares(BigInteger millionths) {
        closings.forEach(closing -> closing.closeShare(millionths, SHARES));
    }

    /// Turns to one position after the other until nothing is missing, or none can help.
    private SequencedSet<Closing> closeUntilReached() {
        SequencedSet<Closing> touched = new LinkedHashSet<>();
        Ratio missing = slack().negate();
        for (Closing closing : Preference.wholes(closings, order)) {
            if (missing.signum() <= 0) {
                break;
            }
            missing = closing.closeUntil(missing);
            touched.add(closing);
        }
        return touched;
    }
}
