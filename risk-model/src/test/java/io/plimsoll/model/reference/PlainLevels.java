package io.plimsoll.model.reference;

import io.plimsoll.model.instrument.MarginTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Prices at which something happens to a position, found by trying every piece and substituting. `x` is the
/// price, or for an inverse contract its reciprocal; see [PlainRequirement].
///
/// @param position which moves
/// @param rest what else backs it, and stands still
record PlainLevels(PlainPosition position, Purse rest) {

    /// Where a price level is.
    ///
    /// @param answer `AT`, `NEVER` or `ALWAYS`
    /// @param price null unless it is `AT` one
    record Level(String answer, Fraction price) {

        static final Level NEVER = new Level("NEVER", null);
        static final Level ALWAYS = new Level("ALWAYS", null);
    }

    /// Where the slack `limit × equity − maintenance` changes its sign while the position loses.
    Level marginRatio(BigDecimal limit) {
        Fraction ratio = Fraction.of(limit);
        Fraction still = rest.equity().plus(position.ownMargin()).times(ratio).minus(rest.maintenance());
        return firstRoot(x -> position.contribution(x)
                .times(ratio)
                .plus(still)
                .minus(position.requirement().maintenance(position.quantity(), x)));
    }

    /// Where equity changes its sign while the position loses.
    Level bankruptcy() {
        return firstRoot(x -> rest.equity().plus(position.ownMargin()).plus(position.contribution(x)));
    }

    /// Where the net profit of the position is nil. `ALWAYS`: it earns at every price; `NEVER`: at none.
    Level breakEven() {
        Fraction atOne = position.net(Fraction.ONE);
        Fraction slope = position.net(Fraction.of(2)).minus(atOne);
        if (slope.signum() != 0) {
            Fraction root = Fraction.ONE.minus(atOne.over(slope));
            if (root.signum() > 0) {
                return at(root, position::net);
            }
        }
        return atOne.signum() >= 0 ? Level.ALWAYS : Level.NEVER;
    }

    /// Whether the position gains when `x` rises.
    private boolean gainsWithX() {
        return (position.position().quantity().signum() > 0)
                != position.requirement().isInverse();
    }

    // Between two neighbouring edges the slack is a straight line, so two points give its root.
    private Level firstRoot(UnaryOperator<Fraction> slack) {
        boolean gains = gainsWithX();
        Level otherwise = gains ? Level.NEVER : Level.ALWAYS;
        Fraction high = Fraction.ZERO;
        Fraction atHigh = slack.apply(high);
        if (gains ? atHigh.signum() > 0 : atHigh.signum() <= 0) {
            return otherwise;
        }
        List<Fraction> edges = edges();
        for (int i = 0; i < edges.size(); i++) {
            boolean isLast = i + 1 == edges.size();
            Fraction low = high;
            Fraction atLow = atHigh;
            high = isLast ? low.plus(Fraction.ONE) : edges.get(i + 1);
            atHigh = slack.apply(high);
            boolean turns = gains ? atLow.compareTo(atHigh) < 0 : atLow.compareTo(atHigh) > 0;
            if (turns) {
                Fraction root = low.plus(atLow.times(high.minus(low)).over(atLow.minus(atHigh)));
                if (root.compareTo(low) >= 0 && (isLast || root.compareTo(high) <= 0)) {
                    return root.signum() > 0 ? at(root, slack) : otherwise;
                }
            }
        }
        return Level.ALWAYS;
    }

    private Level at(Fraction root, UnaryOperator<Fraction> function) {
        if (function.apply(root).signum() != 0) {
            throw new AssertionError("The root " + root + " is none.");
        }
        return new Level("AT", position.requirement().price(root));
    }

    // An option's tiers go by its underlying, which stands still.
    private List<Fraction> edges() {
        List<Fraction> edges = new ArrayList<>(List.of(Fraction.ZERO));
        if (position.requirement().underlying() == null) {
            for (MarginTier tier : position.requirement().tiers()) {
                if (tier.floor().signum() > 0) {
                    edges.add(Fraction.of(tier.floor()).over(position.units().abs()));
                }
            }
        }
        return edges;
    }
}
