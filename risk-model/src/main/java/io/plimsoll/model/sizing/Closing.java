package io.plimsoll.model.sizing;

import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// How much of one position is closed: a whole number of lots, or all of it.
final class Closing {

    private final PositionRisk position;
    private final ReducibleRequirement requirement;
    private final BigInteger allLots;
    private Ratio asked = Ratio.ZERO;
    private BigInteger lots = BigInteger.ZERO;

    Closing(PositionRisk position, ReducibleRequirement requirement) {
        this.position = position;
        this.requirement = requirement;
        this.allLots = Ratio.of(position.position().quantity().abs())
                .wholeUnits(position.instrument().lotSize(), RoundingMode.CEILING)
                .toBigIntegerExact();
    }

    PositionRisk position() {
        return position;
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

    /// Closes this much notional on top of what was asked for before, in whole lots rounded up.
    void closeMore(Ratio notional) {
        asked = asked.plus(notional);
        Ratio lotNotional = position.margin().value(position.instrument().lotSize());
        lots = asked.dividedBy(lotNotional)
                .wholeUnits(BigDecimal.ONE, RoundingMode.CEILING)
                .toBigIntegerExact()
                .min(allLots);
    }

    /// What the rest of the position requires.
    Ratio requirementLeft() {
        return requirementAfter(lots);
    }

    /// Gives back as many lots as the slack in the requirement allows, and returns the slack that is left.
    Ratio giveBack(Ratio slack) {
        return closeOnly(fewestLots(slack), slack);
    }

    /// Closes this many lots instead, and returns what that leaves of the slack in the requirement.
    Ratio closeOnly(BigInteger fewerLots, Ratio slack) {
        Ratio before = requirementLeft();
        lots = fewerLots;
        return slack.minus(requirementLeft().minus(before));
    }

    /// The fewest lots that suffice if the requirement may rise by the slack.
    BigInteger fewestLots(Ratio slack) {
        Ratio now = requirementLeft();
        BigInteger fewest = BigInteger.ZERO;
        BigInteger most = lots;
        while (fewest.compareTo(most) < 0) {
            BigInteger middle = fewest.add(most).shiftRight(1);
            if (requirementAfter(middle).minus(now).compareTo(slack) <= 0) {
                most = middle;
            } else {
                fewest = middle.add(BigInteger.ONE);
            }
        }
        return most;
    }

    private Ratio requirementAfter(BigInteger closedLots) {
        BigDecimal left = position.position().quantity().abs().subtract(quantity(closedLots));
        return requirement.of(position, position.position().isLong() ? left : left.negate());
    }

    private BigDecimal quantity(BigInteger closedLots) {
        return closedLots.equals(allLots)
                ? position.position().quantity().abs()
                : new BigDecimal(closedLots).multiply(position.instrument().lotSize());
    }
}
