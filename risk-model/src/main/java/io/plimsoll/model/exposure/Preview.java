package io.plimsoll.model.exposure;

import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What ranges prove about one threshold on one side of a direction, so that the exact evaluation need not look
/// there. What they don't prove they leave open.
final class Preview {

    private static final int PARTS = 80;
    private static final int SMALL = 256;

    private final Threshold threshold;
    private final RangeReader reader;
    private final int sign;
    private final Range limit;

    /// @param sign 1 for shocks upwards, -1 for those downwards
    Preview(Threshold threshold, RangeReader reader, int sign) {
        this.threshold = threshold;
        this.reader = reader;
        this.sign = sign;
        this.limit = Range.of(threshold.limit());
    }

    /// Two magnitudes.
    ///
    /// @param safe the threshold is not crossed there
    /// @param end the threshold is crossed there, or its metric not defined
    record Span(BigDecimal safe, BigDecimal end) {}

    /// Whether the metric is defined and the threshold not crossed at a shock of this magnitude, for certain.
    boolean isSafe(BigDecimal magnitude) {
        return isSafeBy(excess(Range.of(magnitude)));
    }

    /// Whether the metric is defined and the threshold not crossed at any magnitude from one to another.
    boolean isSafe(BigDecimal from, BigDecimal to) {
        return isSafeBy(excess(new Range(Range.of(from).low(), Range.of(to).high())));
    }

    /// Whether the threshold is crossed at a shock of this magnitude, for certain.
    boolean isCrossed(BigDecimal magnitude) {
        return excess(Range.of(magnitude)).isAbove(0);
    }

    static boolean isSafeBy(Range excess) {
        return excess.high() < 0;
    }

    /// How far the metric is beyond the limit at any magnitude of a range.
    private Range excess(Range magnitudes) {
        Range metric = reader.read(sign < 0 ? magnitudes.negate() : magnitudes);
        return threshold.comparison().highIsDangerous() ? metric.minus(limit) : limit.minus(metric);
    }

    /// Up to where all magnitudes from one to another are safe, for certain: in parts, as wide as can be proven
    /// at once. Stops short of what could only be proven in parts that are small beside what is proven already.
    BigDecimal safeUpTo(BigDecimal from, BigDecimal to) {
        double safe = Range.of(from).low();
        double end = Range.of(to).high();
        double width = end - safe;
        for (int i = 0; i < PARTS && safe < end && width > safe / SMALL; i++) {
            double next = Math.min(safe + width, end);
            boolean isSafe = isSafeBy(excess(new Range(safe, next)));
            safe = isSafe ? next : safe;
            width = isSafe ? width * 2 : width / 4;
        }
        return safe >= end ? to : Narrowing.step(safe, RoundingMode.FLOOR).max(from);
    }

    /// Narrows a span as long as ranges can tell its sides apart, which leaves little to the exact evaluation.
    Span narrowed(BigDecimal safe, BigDecimal end) {
        return new Narrowing(this::excess, safe, end).narrowed();
    }
}
