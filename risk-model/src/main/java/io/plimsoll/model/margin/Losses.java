package io.plimsoll.model.margin;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Losses against something that was better: never negative, 0 where nothing is lost.
final class Losses {

    private Losses() {}

    /// `(then − now) ÷ then`: the loss of a day, or the drawdown from the high-water mark. Empty if then is not
    /// known.
    static Optional<Ratio> since(@Nullable BigDecimal then, Ratio now) {
        if (then == null) {
            return Optional.empty();
        }
        Ratio lost = now.negate().plus(then).max(Ratio.ZERO);
        return Optional.of(lost.dividedBy(then));
    }

    /// How far the mark is from the best one since the position was opened, as a share of the best one: what a
    /// trailing stop watches. Empty if the best mark is not known.
    static Optional<Ratio> trailing(PositionRisk position) {
        BigDecimal best = position.position().bestMark();
        if (best == null) {
            return Optional.empty();
        }
        BigDecimal mark = position.mark().price();
        BigDecimal lost = position.position().isLong() ? best.subtract(mark) : mark.subtract(best);
        return Optional.of(Ratio.of(lost.max(BigDecimal.ZERO), best));
    }
}
