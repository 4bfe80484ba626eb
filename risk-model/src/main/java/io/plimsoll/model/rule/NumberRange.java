package io.plimsoll.model.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers from a lower bound, which is in the range, up to an upper bound, which is not.
///
/// @param from the lowest number of the range; null if it has no lower bound
/// @param to the lowest number above the range; null if it has no upper bound
public record NumberRange(
        @Nullable BigDecimal from, @Nullable BigDecimal to) {

    /// Whether a number is in the range, exactly.
    public boolean contains(BigDecimal number) {
        return (from == null || from.compareTo(number) <= 0) && (to == null || number.compareTo(to) < 0);
    }

    /// `0.2..0.5`; a bound that is not there is blank.
    @Override
    public String toString() {
        return (from == null ? "" : from.toPlainString()) + ".." + (to == null ? "" : to.toPlainString());
    }
}
