package io.plimsoll.model.exposure;

import static io.plimsoll.model.exposure.ShockDirection.STEP;

import io.plimsoll.model.exposure.Preview.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/// Narrows a span of magnitudes around the beginning of a breach until ranges can't tell its sides apart any
/// more: by secants, whose ends lose weight where they stay (the Illinois method), and by halves now and then.
/// Where to look is a guess; what is kept is proven.
final class Narrowing {

    private static final int GUESSES = 60;
    private static final double ABOVE_A_STEP = 1.1e-18;

    private final UnaryOperator<Range> excess;
    private final BigDecimal safe;
    private final BigDecimal end;
    private double low;
    private double high;
    private double atLow;
    private double atHigh;
    private boolean isLowMoved;
    private boolean isHighMoved;
    private int lastMoved;

    /// @param excess how far the metric is beyond the limit at any magnitude of a range
    Narrowing(UnaryOperator<Range> excess, BigDecimal safe, BigDecimal end) {
        this.excess = excess;
        this.safe = safe;
        this.end = end;
        low = safe.doubleValue();
        high = end.doubleValue();
        atLow = middle(excess.apply(around(low)));
        atHigh = middle(excess.apply(around(high)));
    }

    Span narrowed() {
        boolean isTold = true;
        for (int i = 0; i < GUESSES && isTold; i++) {
            double guess = i % 4 == 3 ? Double.NaN : low + (high - low) * (atLow / (atLow - atHigh));
            guess = isBetween(guess) ? guess : (low + high) / 2;
            isTold = isBetween(guess) && tell(guess);
            if (!isTold) {
                probe(guess, -1);
                probe(guess, 1);
            }
        }
        return new Span(
                isLowMoved ? step(low, RoundingMode.FLOOR).max(safe) : safe,
                isHighMoved ? step(high, RoundingMode.CEILING).min(end) : end);
    }

    /// The closest to a guess that can be told, on one side.
    private void probe(double guess, int side) {
        double apart = Math.ulp(guess) * 16 + ABOVE_A_STEP;
        while (isBetween(guess + side * apart) && !tell(guess + side * apart)) {
            apart *= 16;
        }
    }

    private boolean isBetween(double guess) {
        return guess > low && guess < high;
    }

    private boolean tell(double guess) {
        Range found = excess.apply(around(guess));
        if (Preview.isSafeBy(found)) {
            atHigh = lastMoved < 0 ? atHigh / 2 : atHigh;
            low = guess;
            atLow = middle(found);
            isLowMoved = true;
            lastMoved = -1;
        } else if (found.isAbove(0)) {
            atLow = lastMoved > 0 ? atLow / 2 : atLow;
            high = guess;
            atHigh = middle(found);
            isHighMoved = true;
            lastMoved = 1;
        } else {
            return false;
        }
        return true;
    }

    // With the steps on both sides, so that what holds of it holds of them.
    private static Range around(double magnitude) {
        return new Range(Math.max(0, Math.nextDown(magnitude - ABOVE_A_STEP)), Math.nextUp(magnitude + ABOVE_A_STEP));
    }

    private static double middle(Range excess) {
        return (excess.low() + excess.high()) / 2;
    }

    static BigDecimal step(double magnitude, RoundingMode mode) {
        return new BigDecimal(magnitude).setScale(STEP.scale(), mode);
    }
}
