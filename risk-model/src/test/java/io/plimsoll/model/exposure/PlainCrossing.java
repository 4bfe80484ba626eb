package io.plimsoll.model.exposure;

import static io.plimsoll.model.exposure.ShockDirection.STEP;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Searches one threshold along one direction for the smallest shock at which it is crossed, with nothing but
/// exact evaluations: a second opinion on [Crossing].
///
/// The model's own evaluation decides at every shock that is looked at, so that the shock found is one at which
/// the threshold is crossed, and one step before it is not.
final class PlainCrossing {

    // Of shapes that may dip: places to look at between no shock and the farthest, and one close to the start.
    private static final int PLACES = 64;
    private static final BigDecimal CLOSE = new BigDecimal("0.0001");
    private static final int HALVINGS = 48;

    private final Threshold threshold;
    private final ShockedAccount account;
    private final Snapshot moved;
    private final int sign;
    private final BigDecimal farthest;

    /// @param sign 1 to search upwards, -1 to search downwards
    /// @param farthest the magnitude of the largest shock that can be
    PlainCrossing(Threshold threshold, ShockedAccount account, int sign, BigDecimal farthest) {
        this.threshold = threshold;
        this.account = account;
        this.moved = account.moved();
        this.sign = sign;
        this.farthest = farthest;
    }

    /// The magnitude of the smallest shock at which the threshold is crossed. Empty if none is up to the
    /// bound, or if the metric is not defined without a shock.
    ///
    /// @param bound the largest magnitude that is of interest
    Optional<BigDecimal> within(BigDecimal bound) {
        PlainSlack before = at(BigDecimal.ZERO);
        if (before.isEnd()) {
            return Optional.empty();
        }
        PlainShape shape = PlainShape.of(threshold, moved, account.direction());
        PlainSlack beforeThat = before;
        for (BigDecimal magnitude : places(shape, bound)) {
            PlainSlack next = at(magnitude);
            if (next.isEnd()) {
                return first(before, next);
            }
            if (shape == PlainShape.ANY && before.isNearer(beforeThat, threshold) && before.isNearer(next, threshold)) {
                PlainSlack dip = deepest(beforeThat, next);
                if (dip.isEnd()) {
                    return first(beforeThat, dip);
                }
            }
            beforeThat = before;
            before = next;
        }
        return Optional.empty();
    }

    private NavigableSet<BigDecimal> places(PlainShape shape, BigDecimal bound) {
        // A dip must be found wherever the search ends, so that its bound can't change what is found.
        BigDecimal end = shape == PlainShape.ANY ? farthest : farthest.min(bound);
        Kinks kinks = new Kinks(moved, account.direction(), sign).addStrikes();
        if (shape != PlainShape.CONCAVE) {
            kinks.addTiers();
        }
        if (shape == PlainShape.ANY) {
            kinks.addCaps();
        }
        TreeSet<BigDecimal> places = new TreeSet<>(kinks.magnitudes());
        if (shape == PlainShape.ANY) {
            BigDecimal width = farthest.divide(BigDecimal.valueOf(PLACES), STEP.scale(), RoundingMode.FLOOR);
            for (int i = 1; i < PLACES; i++) {
                places.add(width.multiply(BigDecimal.valueOf(i)));
            }
            places.add(width.multiply(CLOSE).setScale(STEP.scale(), RoundingMode.FLOOR));
        }
        places.add(end);
        return new TreeSet<>(places.subSet(BigDecimal.ZERO, false, end, true));
    }

    /// The first crossing between a shock at which there is none and the end.
    private Optional<BigDecimal> first(PlainSlack safe, PlainSlack end) {
        Bracket bracket = new Bracket(safe, end);
        if (bracket.isOpen()) {
            // Where another direction leads to the same marks, the end is what is looked for.
            bracket.look(end.shock().subtract(STEP));
        }
        if (bracket.isOpen()) {
            bracket.extrapolate();
        }
        while (bracket.isOpen()) {
            BigDecimal width = bracket.width();
            bracket.lookAround(bracket.low.guess(bracket.high));
            if (bracket.isOpen() && bracket.width().multiply(BigDecimal.TWO).compareTo(width) > 0) {
                bracket.look(bracket.low.middle(bracket.high));
            }
        }
        return bracket.high.isCrossed() ? Optional.of(bracket.high.shock()) : Optional.empty();
    }

    /// A shock that is safe, and a greater one that is not.
    private final class Bracket {

        private PlainSlack low;
        private PlainSlack high;

        Bracket(PlainSlack low, PlainSlack high) {
            this.low = low;
            this.high = high;
        }

        BigDecimal width() {
            return high.shock().subtract(low.shock());
        }

        boolean isOpen() {
            return width().compareTo(STEP) > 0;
        }

        /// Narrows the bracket to one side of a shock in it.
        void look(BigDecimal shock) {
            PlainSlack found = at(shock);
            low = found.isEnd() ? low : found;
            high = found.isEnd() ? found : high;
        }

        /// The same, and to the step next to the shock if the crossing is there.
        void lookAround(BigDecimal shock) {
            look(shock);
            if (isOpen()) {
                look(high.shock().compareTo(shock) == 0 ? shock.subtract(STEP) : shock.add(STEP));
            }
        }

        /// Follows the slack as it begins, which leads past the crossing of a concave one, and right to it if
        /// the slack is straight.
        void extrapolate() {
            PlainSlack start = low;
            look(start.shock().add(width().multiply(CLOSE).setScale(STEP.scale(), RoundingMode.CEILING)));
            if (isOpen() && !low.equals(start)) {
                BigDecimal shock = start.extrapolated(low);
                if (shock != null && shock.compareTo(low.shock()) > 0 && shock.compareTo(high.shock()) < 0) {
                    lookAround(shock);
                }
            }
        }
    }

    /// Where the metric is nearest to the limit between two shocks, or where it is crossed if the search
    /// meets that.
    private PlainSlack deepest(PlainSlack from, PlainSlack to) {
        PlainSlack low = from;
        PlainSlack high = to;
        for (int i = 0; i < HALVINGS && high.shock().subtract(low.shock()).compareTo(STEP) > 0; i++) {
            PlainSlack middle = at(low.middle(high));
            // Close enough to tell the slope, and far enough for the metric to differ.
            BigDecimal apart = high.shock().subtract(low.shock()).multiply(CLOSE);
            PlainSlack after = at(middle.shock()
                    .add(apart.setScale(STEP.scale(), RoundingMode.FLOOR).max(STEP)));
            if (middle.isEnd() || after.isEnd()) {
                return middle.isEnd() ? middle : after;
            }
            boolean falls = after.isNearer(middle, threshold);
            low = falls ? middle : low;
            high = falls ? high : after;
        }
        return low;
    }

    private PlainSlack at(BigDecimal magnitude) {
        BigDecimal shock = sign < 0 ? magnitude.negate() : magnitude;
        return PlainSlack.of(threshold, magnitude, account.at(shock).reading(threshold.metric(), threshold.scope()));
    }
}
