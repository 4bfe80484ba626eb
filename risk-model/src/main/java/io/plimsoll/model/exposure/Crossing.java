package io.plimsoll.model.exposure;

import static io.plimsoll.model.exposure.ShockDirection.STEP;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Searches one threshold along one direction for the smallest shock at which it is crossed.
///
/// The model's own evaluation decides at every shock that is looked at, so that the shock found is one at which
/// the threshold is crossed, and one step before it is not.
final class Crossing {

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
    Crossing(Threshold threshold, ShockedAccount account, int sign, BigDecimal farthest) {
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
        Slack before = at(BigDecimal.ZERO);
        if (before.isEnd()) {
            return Optional.empty();
        }
        Shape shape = Shape.of(threshold, moved, account.direction());
        Slack beforeThat = before;
        for (BigDecimal magnitude : places(shape, bound)) {
            Slack next = at(magnitude);
            if (next.isEnd()) {
                return first(before, next);
            }
            if (shape == Shape.ANY && before.isNearer(beforeThat, threshold) && before.isNearer(next, threshold)) {
                Slack dip = deepest(beforeThat, next);
                if (dip.isEnd()) {
                    return first(beforeThat, dip);
                }
            }
            beforeThat = before;
            before = next;
        }
        return Optional.empty();
    }

    private NavigableSet<BigDecimal> places(Shape shape, BigDecimal bound) {
        // A dip must be found wherever the search ends, so that its bound can't change what is found.
        BigDecimal end = shape == Shape.ANY ? farthest : farthest.min(bound);
        Kinks kinks = new Kinks(moved, account.direction(), sign).addStrikes();
        if (shape != Shape.CONCAVE) {
            kinks.addTiers();
        }
        if (shape == Shape.ANY) {
            kinks.addCaps();
        }
        TreeSet<BigDecimal> places = new TreeSet<>(kinks.magnitudes());
        if (shape == Shape.ANY) {
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
    private Optional<BigDecimal> first(Slack safe, Slack end) {
        Slack low = safe;
        Slack high = end;
        while (isApart(low, high)) {
            BigDecimal width = high.shock().subtract(low.shock());
            Slack guess = at(low.guess(high));
            if (guess.isEnd()) {
                high = guess;
                Slack inner = at(guess.shock().subtract(STEP));
                if (inner.isEnd()) {
                    high = inner;
                } else {
                    low = inner;
                }
            } else {
                low = guess;
                Slack outer = at(guess.shock().add(STEP));
                if (outer.isEnd()) {
                    high = outer;
                } else {
                    low = outer;
                }
            }
            boolean hardlyHelped =
                    high.shock().subtract(low.shock()).multiply(BigDecimal.TWO).compareTo(width) > 0;
            if (hardlyHelped && isApart(low, high)) {
                Slack middle = at(low.middle(high));
                low = middle.isEnd() ? low : middle;
                high = middle.isEnd() ? middle : high;
            }
        }
        return high.isCrossed() ? Optional.of(high.shock()) : Optional.empty();
    }

    private static boolean isApart(Slack low, Slack high) {
        return high.shock().subtract(low.shock()).compareTo(STEP) > 0;
    }

    /// Where the metric is nearest to the limit between two shocks, or where it is crossed if the search
    /// meets that.
    private Slack deepest(Slack from, Slack to) {
        Slack low = from;
        Slack high = to;
        for (int i = 0; i < HALVINGS && isApart(low, high); i++) {
            Slack middle = at(low.middle(high));
            // Close enough to tell the slope, and far enough for the metric to differ.
            BigDecimal apart = high.shock().subtract(low.shock()).multiply(CLOSE);
            Slack after = at(middle.shock()
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

    private Slack at(BigDecimal magnitude) {
        BigDecimal shock = sign < 0 ? magnitude.negate() : magnitude;
        return Slack.of(threshold, magnitude, account.at(shock).reading(threshold.metric(), threshold.scope()));
    }
}
