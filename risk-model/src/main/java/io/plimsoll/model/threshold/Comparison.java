package io.plimsoll.model.threshold;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// How a metric is compared with a limit, and so which side is dangerous.
public enum Comparison {
    /// Crossed at the limit and above it.
    AT_OR_ABOVE("at or above", true, true),
    /// Crossed above the limit only.
    ABOVE("above", true, false),
    /// Crossed at the limit and below it.
    AT_OR_BELOW("at or below", false, true),
    /// Crossed below the limit only.
    BELOW("below", false, false);

    private final String words;
    private final boolean highIsDangerous;
    private final boolean inclusive;

    Comparison(String words, boolean highIsDangerous, boolean inclusive) {
        this.words = words;
        this.highIsDangerous = highIsDangerous;
        this.inclusive = inclusive;
    }

    /// Whether a metric with this value has crossed the limit. Exact, by cross-multiplication.
    public boolean isCrossed(Ratio observed, BigDecimal limit) {
        int order = observed.compareTo(limit);
        return order == 0 ? inclusive : (order > 0) == highIsDangerous;
    }

    /// Whether a metric with this value is at the clear level or on its safe side. Exact.
    public boolean isCleared(Ratio observed, BigDecimal clear) {
        int order = observed.compareTo(clear);
        return order == 0 || (order < 0) == highIsDangerous;
    }

    /// Whether `clear` can be the clear level of `limit`: a metric at it must not cross the limit.
    public boolean allowsClear(BigDecimal limit, BigDecimal clear) {
        return !isCrossed(Ratio.of(clear), limit);
    }

    /// Whether high values of the metric are the dangerous ones.
    public boolean highIsDangerous() {
        return highIsDangerous;
    }

    /// Whether the limit itself counts as crossed.
    public boolean isInclusive() {
        return inclusive;
    }

    /// The comparison in words: `at or above`.
    public String words() {
        return words;
    }
}
