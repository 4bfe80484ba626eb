package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// How what is left before a threshold trips (its slack) runs along a direction, which says where a search for
/// the first crossing has to look.
///
/// Equity is concave in a shock of linear instruments (caps bend it down), requirements are convex (rates rise
/// with the tiers), and so is the length of a vector of values, of which concentration is a quotient. The slack
/// of a threshold on the usual side of its metric is therefore concave: once it is gone, it stays gone, and
/// looking at the end says whether it goes. The same holds in the reciprocal of the mark of an inverse
/// contract. What bends the other way is listed at each shape.
enum PlainShape {
    /// Concave, except at strikes: what a written option requires less for being out of the money is gone
    /// there.
    CONCAVE,
    /// Concave between strikes and margin tiers: the initial margin of a whole position jumps with its tier.
    JUMPING,
    /// Anything else: the other side of a metric, or linear and inverse contracts that move together. Looked at
    /// in many places, and searched for dips between them.
    ANY;

    /// The shape of a threshold's slack.
    ///
    /// @param moved what the direction moves, unshocked
    static PlainShape of(Threshold threshold, Snapshot moved, ShockDirection direction) {
        if (!isOfOneKind(moved, direction)) {
            return ANY;
        }
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
    private static boolean hasOrdersOfOptions(Snapshot moved) {
        return moved.account().orders().stream()
                .anyMatch(order -> moved.instrument(order.instrument()).option() != null);
    }

    /// Whether everything is linear in the shock, or everything in one reciprocal.
    private static boolean isOfOneKind(Snapshot moved, ShockDirection direction) {
        Set<BigDecimal> betas = new HashSet<>();
        boolean linear =
                moved.account().balances().stream().map(Balance::asset).anyMatch(direction.betas()::containsKey);
        for (Instrument instrument : moved.instruments()) {
            Stream<BigDecimal> moving = MovedPart.marksOf(instrument).stream()
                    .map(direction.betas()::get)
                    .filter(Objects::nonNull);
            if (instrument.type().isInverse()) {
                moving.forEach(betas::add);
            } else {
                linear |= moving.findAny().isPresent();
            }
        }
        return betas.isEmpty() || (betas.size() == 1 && !linear);
    }
}
