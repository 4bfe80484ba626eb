package io.plimsoll.model.exposure;

import io.plimsoll.model.exposure.RangedAccount.Entry;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/// How what is left before a threshold trips (its slack) runs along a direction, which says where a search for
/// the first crossing has to look.
///
/// Equity is concave in a shock of linear instruments (caps bend it down), requirements are convex (rates rise
/// with the tiers), and so is the length of a vector of values, of which concentration is a quotient. The slack
/// of a threshold on the usual side of its metric is therefore concave: once it is gone, it stays gone, and
/// looking at the end says whether it goes. The same holds in the reciprocal of the mark of an inverse
/// contract. What bends the other way is listed at each shape.
enum Shape {
    /// Concave, except at strikes: what a written option requires less for being out of the money is gone
    /// there.
    CONCAVE,
    /// Concave between strikes and margin tiers: the initial margin of a whole position jumps with its tier.
    JUMPING,
    /// Anything else: the other side of a metric, or linear and inverse contracts that move together. Looked at
    /// in many places, and searched for dips between them.
    ANY;

    /// The shape of a threshold's slack.
    static Shape of(Watched watched, RangedShocks shocks) {
        Set<Entry> moved = shocks.moved(watched);
        if (!isOfOneKind(moved, shocks)) {
            return ANY;
        }
        Threshold threshold = watched.threshold();
        boolean high = threshold.comparison().highIsDangerous();
        return switch (threshold.metric()) {
            case UNREALISED_PNL, NET_PNL, RETURN, TRAILING_LOSS, NOTIONAL -> CONCAVE;
            case MARGIN_RATIO, LEVERAGE, DAILY_LOSS, DRAWDOWN, LARGEST_WEIGHT, CONCENTRATION, LTV, DRIFT ->
                high ? CONCAVE : ANY;
            case EQUITY, HEALTH_FACTOR -> high ? ANY : CONCAVE;
            case FREE_COLLATERAL -> high || hasOrdersOfOptions(moved) ? ANY : JUMPING;
        };
    }

    // What an order adds to an option that is required for elsewhere is a difference of two convex amounts.
    private static boolean hasOrdersOfOptions(Set<Entry> moved) {
        return moved.stream().anyMatch(entry -> entry.underlying() != null && entry.holding() instanceof RangedOrders);
    }

    /// Whether everything is linear in the shock, or everything in one reciprocal.
    private static boolean isOfOneKind(Set<Entry> moved, RangedShocks shocks) {
        BigDecimal inverse = null;
        boolean linear = false;
        for (Entry entry : moved) {
            if (entry.instrument() == null || !entry.instrument().type().isInverse()) {
                linear = true;
                continue;
            }
            BigDecimal beta = Objects.requireNonNull(shocks.beta(entry.mark()));
            if (inverse != null && inverse.compareTo(beta) != 0) {
                return false;
            }
            inverse = beta;
        }
        return inverse == null || !linear;
    }
}
