package io.plimsoll.model.exposure;

import static io.plimsoll.model.exposure.ShockDirection.STEP;

import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final ShockDirection direction;
    private final Supplier<ShockedAccount> account;
    private final Preview preview;
    private final Shape shape;
    private final boolean hasOptions;
    private final int sign;
    private final BigDecimal farthest;
    private Preview.@Nullable Span known;

    /// @param account what the direction moves; asked for only if ranges leave something open
    /// @param sign 1 to search upwards, -1 to search downwards
    /// @param farthest the magnitude of the largest shock that can be
    Crossing(
            Watched watched,
            RangedShocks shocks,
            ShockDirection direction,
            Supplier<ShockedAccount> account,
            int sign,
            BigDecimal farthest) {
        this.threshold = watched.threshold();
        this.direction = direction;
        this.account = account;
        this.preview = new Preview(threshold, new RangeReader(shocks, watched), sign);
        this.shape = Shape.of(watched, shocks);
        this.hasOptions = shocks.moved(watched).stream().anyMatch(entry -> entry.underlying() != null);
        this.sign = sign;
        this.farthest = farthest;
    }

    /// A magnitude at which the threshold is crossed for certain, so that the first one is not farther, and
    /// close to it. The bound if none is known.
    ///
    /// @param bound the largest magnitude that is of interest
    BigDecimal near(BigDecimal bound) {
        BigDecimal end = farthest.min(bound);
        // Between the places of the other shape the exact search need not find what is crossed.
        if (shape == Shape.ANY || !preview.isCrossed(end)) {
            return bound;
        }
        Preview.Span narrowed = preview.narrowed(BigDecimal.ZERO, end);
        known = narrowed;
        return narrowed.end();
    }

    /// The magnitude of the smallest shock at which the threshold is crossed. Empty if none is up to the bound.
    ///
    /// The threshold is not crossed without a shock, and its metric is defined there.
    ///
    /// @param bound the largest magnitude that is of interest
    Optional<BigDecimal> within(BigDecimal bound) {
        BigDecimal interest = farthest.min(bound);
        // What is concave is safe before a place where it is; anything else is tried in one go.
        BigDecimal safe = shape == Shape.CONCAVE ? BigDecimal.ZERO : preview.safeUpTo(BigDecimal.ZERO, interest);
        if (safe.compareTo(interest) >= 0) {
            return Optional.empty();
        }
        BigDecimal beforeThat = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        boolean wasSafe = true;
        for (BigDecimal magnitude : places(interest)) {
            if (beforeThat.compareTo(interest) >= 0) {
                return Optional.empty();
            }
            boolean isSafe = isSafe(safe, before, magnitude);
            if (!isSafe && at(magnitude).isEnd()) {
                return first(before, magnitude);
            }
            if (shape == Shape.ANY && !(isSafe && wasSafe)) {
                Optional<BigDecimal> dip = dip(beforeThat, before, magnitude);
                if (dip.isPresent()) {
                    return first(beforeThat, dip.get());
                }
            }
            beforeThat = before;
            before = magnitude;
            wasSafe = isSafe;
        }
        return Optional.empty();
    }

    /// Whether there is certainly no crossing between two places, as far as this shape is looked at.
    private boolean isSafe(BigDecimal safe, BigDecimal before, BigDecimal magnitude) {
        if (magnitude.compareTo(safe) <= 0) {
            return true;
        }
        if (shape != Shape.ANY) {
            return preview.isSafe(magnitude);
        }
        // Where proving has stopped it would stop again.
        return before.compareTo(safe) > 0 && preview.safeUpTo(before, magnitude).compareTo(magnitude) >= 0;
    }

    private NavigableSet<BigDecimal> places(BigDecimal interest) {
        if (shape == Shape.CONCAVE && !hasOptions) {
            return new TreeSet<>(Set.of(interest));
        }
        // A dip must be found wherever the search ends, so that its bound can't change what is found.
        BigDecimal end = shape == Shape.ANY ? farthest : interest;
        Kinks kinks = new Kinks(account.get().moved(), direction, sign).addStrikes();
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

    /// The first crossing between a shock at which there is none and one at which there is.
    private Optional<BigDecimal> first(BigDecimal safe, BigDecimal end) {
        Preview.Span span = span(safe, end);
        Bracket bracket = new Bracket(at(span.safe()), at(span.end()));
        boolean isNarrowed = known != null && known.end().compareTo(end) <= 0;
        if (bracket.isOpen() && !isNarrowed && bracket.high.shock().compareTo(end) == 0) {
            // Where another direction leads to the same marks, the end is what is looked for.
            bracket.look(end.subtract(STEP));
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

    /// What was narrowed before is used again, up to the end.
    private Preview.Span span(BigDecimal safe, BigDecimal end) {
        Preview.Span before = known;
        return before != null
                        && before.safe().compareTo(safe) >= 0
                        && before.safe().compareTo(end) < 0
                ? new Preview.Span(before.safe(), before.end().min(end))
                : preview.narrowed(safe, end);
    }

    /// A shock that is safe, and a greater one that is not.
    private final class Bracket {

        private Slack low;
        private Slack high;

        Bracket(Slack low, Slack high) {
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
            Slack found = at(shock);
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
    }

    /// A place between two others where the threshold is crossed or the metric ceases to be defined, if the
    /// metric is nearest to the limit between them and the search meets one.
    private Optional<BigDecimal> dip(BigDecimal beforeThat, BigDecimal before, BigDecimal next) {
        Slack middle = at(before);
        if (!middle.isNearer(at(beforeThat), threshold) || !middle.isNearer(at(next), threshold)) {
            return Optional.empty();
        }
        Slack deepest = deepest(at(beforeThat), at(next));
        return deepest.isEnd() ? Optional.of(deepest.shock()) : Optional.empty();
    }

    /// Where the metric is nearest to the limit between two shocks, or where it is crossed if the search
    /// meets that.
    private Slack deepest(Slack from, Slack to) {
        Slack low = from;
        Slack high = to;
        for (int i = 0; i < HALVINGS && high.shock().subtract(low.shock()).compareTo(STEP) > 0; i++) {
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
        return Slack.of(threshold, magnitude, account.get().at(shock).reading(threshold.metric(), threshold.scope()));
    }
}
