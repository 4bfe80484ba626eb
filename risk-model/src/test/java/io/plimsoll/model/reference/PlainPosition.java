package io.plimsoll.model.reference;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.FundingIndex;
import java.math.BigDecimal;
import java.time.Instant;

/// A position at its mark, stated a second time.
///
/// @param position what is held
/// @param requirement of its instrument
/// @param mark its price
/// @param asOf the moment
record PlainPosition(Position position, PlainRequirement requirement, Fraction mark, Instant asOf) {

    String id() {
        return position.instrument();
    }

    Fraction x() {
        return requirement.x(mark);
    }

    Fraction quantity() {
        return Fraction.of(position.quantity());
    }

    Fraction units() {
        return quantity().times(requirement.multiplier());
    }

    Fraction value() {
        return requirement.value(quantity(), x());
    }

    Fraction entryNotional() {
        return requirement.value(quantity(), entry()).abs();
    }

    /// Linear: what it is worth less what it was worth. Inverse: the other way round, because a long one is
    /// owed ever less of the base currency for each unit of quote currency when the price rises.
    Fraction gain(Fraction x) {
        Fraction moved = units().times(x.minus(entry()));
        return requirement.isInverse() ? Fraction.ZERO.minus(moved) : moved;
    }

    /// What long positions have paid per unit since funding was settled, turned to what this one received.
    Fraction funding() {
        FundingIndex index = requirement.instrument().funding();
        if (index == null || position.fundingIndex() == null) {
            return Fraction.ZERO;
        }
        Fraction moved = Fraction.of(index.perHour())
                .times(Time.seconds(index.time(), asOf))
                .over(Fraction.of(3600));
        Fraction paid = Fraction.of(index.index()).plus(moved).minus(Fraction.of(position.fundingIndex()));
        return Fraction.ZERO.minus(units().times(paid));
    }

    /// What it adds to equity at `x`, its own margin not counted.
    Fraction contribution(Fraction x) {
        return (requirement.isPaidFor() ? requirement.value(quantity(), x) : gain(x)).plus(funding());
    }

    /// Gain and funding, less the fees of opening and of closing at `x`.
    Fraction net(Fraction x) {
        Fraction traded = entryNotional().plus(requirement.value(quantity(), x).abs());
        return gain(x).plus(funding())
                .minus(traded.times(Fraction.of(requirement.instrument().takerFee())));
    }

    Fraction ownMargin() {
        return position.isolatedMargin() == null ? Fraction.ZERO : Fraction.of(position.isolatedMargin());
    }

    /// What it has and needs by itself, at `x`.
    Purse purse(Fraction x) {
        return new Purse(
                ownMargin().plus(contribution(x)),
                requirement.value(quantity(), x).abs(),
                requirement.maintenance(quantity(), x),
                requirement.initial(quantity(), x));
    }

    /// What of the best mark is lost; null if the best one is not known.
    Fraction trailingLoss() {
        BigDecimal best = position.bestMark();
        if (best == null) {
            return null;
        }
        Fraction peak = Fraction.of(best);
        Fraction lost = position.quantity().signum() > 0 ? peak.minus(mark) : mark.minus(peak);
        return lost.max(Fraction.ZERO).over(peak);
    }

    private Fraction entry() {
        return requirement.x(Fraction.of(position.entryPrice()));
    }
}
