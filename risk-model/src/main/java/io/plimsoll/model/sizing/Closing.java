package io.plimsoll.model.sizing;

import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How much of one position is closed: a whole number of lots, or all of it.
///
/// Its *burden* is what it counts towards a [Goal]: what the rest of it requires, and what closing costs, with
/// the weight of the goal. The burden is convex in what is closed.
final class Closing {

    private final PositionRisk position;
    private final Goal goal;
    private final BigDecimal costRate;
    private final BigInteger allLots;
    private @Nullable BigInteger usefulLots;
    private Ratio asked = Ratio.ZERO;
    private BigInteger lots = BigInteger.ZERO;

    /// @param costRate what closing costs, as a share of notional
    Closing(PositionRisk position, Goal goal, BigDecimal costRate) {
        this.position = position;
        this.goal = goal;
        this.costRate = costRate;
        this.allLots = Ratio.of(position.position().quantity().abs())
                .wholeUnits(position.instrument().lotSize(), RoundingMode.CEILING)
                .toBigIntegerExact();
    }

    PositionRisk position() {
        return position;
    }

    /// What closing costs, as a share of notional.
    BigDecimal costRate() {
        return costRate;
    }

    /// What is closed, in contracts; the last lot of a position may be a broken one.
    BigDecimal quantity() {
        return quantity(lots);
    }

    boolean isAll() {
        return lots.equals(allLots);
    }

    void closeAll() {
        lots = allLots;
    }

    void closeAtLeastAsMuchAs(Closing other) {
        lots = lots.max(other.lots);
    }

    /// Closes this much notional on top of what was asked for before, in whole lots rounded up, but none that
    /// does not help.
    void closeMore(Ratio notional) {
        asked = asked.plus(notional);
        Ratio lotNotional = position.margin().value(position.instrument().lotSize());
        lots = asked.dividedBy(lotNotional)
                .wholeUnits(BigDecimal.ONE, RoundingMode.CEILING)
                .toBigIntegerExact()
                .min(usefulLots());
    }

    /// Closes a share of the position, in whole lots rounded up, but none that does not help.
    void closeShare(BigInteger parts, BigInteger ofParts) {
        BigInteger[] whole = allLots.multiply(parts).divideAndRemainder(ofParts);
        BigInteger roundedUp = whole[1].signum() == 0 ? whole[0] : whole[0].add(BigInteger.ONE);
        lots = roundedUp.min(usefulLots());
    }

    /// Closes as few more lots as take this much off the burden, or all that help; returns what is missing
    /// then, which is not positive if nothing is.
    Ratio closeUntil(Ratio missing) {
        Ratio before = burden();
        Ratio wanted = before.minus(missing);
        lots = fewest(lots, usefulLots().max(lots), few -> burdenAfter(few).compareTo(wanted) <= 0);
        return missing.minus(before.minus(burden()));
    }

    /// What the rest of the position requires.
    Ratio requirementLeft() {
        return requirementAfter(lots);
    }

    /// What it counts towards the goal.
    Ratio burden() {
        return burdenAfter(lots);
    }

    /// Gives back as many lots as the slack allows, and returns the slack that is left.
    Ratio giveBack(Ratio slack) {
        return closeOnly(fewestLots(slack), slack);
    }

    /// Closes this many lots instead, and returns what that leaves of the slack.
    Ratio closeOnly(BigInteger fewerLots, Ratio slack) {
        Ratio before = burden();
        lots = fewerLots;
        return slack.minus(burden().minus(before));
    }

    /// The fewest lots that suffice if the burden may rise by the slack, which is not negative.
    BigInteger fewestLots(Ratio slack) {
        Ratio most = burden().plus(slack);
        return fewest(BigInteger.ZERO, lots, few -> burdenAfter(few).compareTo(most) <= 0);
    }

    /// The fewest lots at which the burden is least: closing more would cost more than it releases.
    private BigInteger usefulLots() {
        if (usefulLots == null) {
            usefulLots = fewest(
                    BigInteger.ZERO,
                    allLots,
                    few -> burdenAfter(few.add(BigInteger.ONE)).compareTo(burdenAfter(few)) >= 0);
        }
        return usefulLots;
    }

    /// The first number of lots that suffices, if all after it do; the last if none before it does.
    private static BigInteger fewest(BigInteger first, BigInteger last, Predicate<BigInteger> suffices) {
        BigInteger fewest = first;
        BigInteger most = last;
        while (fewest.compareTo(most) < 0) {
            BigInteger middle = fewest.add(most).shiftRight(1);
            if (suffices.test(middle)) {
                most = middle;
            } else {
                fewest = middle.add(BigInteger.ONE);
            }
        }
        return most;
    }

    private Ratio burdenAfter(BigInteger closedLots) {
        Ratio required = requirementAfter(closedLots);
        BigDecimal weight = goal.costWeight().multiply(costRate);
        return weight.signum() == 0
                ? required
                : required.plus(
                        position.margin().value(quantity(closedLots)).abs().times(weight));
    }

    private Ratio requirementAfter(BigInteger closedLots) {
        BigDecimal left = position.position().quantity().abs().subtract(quantity(closedLots));
        return goal.requirement().of(position, position.position().isLong() ? left : left.negate());
    }

    private BigDecimal quantity(BigInteger closedLots) {
        return closedLots.equals(allLots)
                ? position.position().quantity().abs()
                : new BigDecimal(closedLots).multiply(position.instrument().lotSize());
    }
}
