package io.plimsoll.monitor.guard.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Why something is not relied on.
///
/// @param code stable, for programs (`mark-stale`)
/// @param clause for people: what is wrong, with the numbers; no capital, no full stop
/// @param numbers those of the clause, by name; durations in seconds, shares as shares
public record Doubt(String code, String clause, SortedMap<String, BigDecimal> numbers) {

    /// Keeps the numbers in the order of their names.
    public Doubt {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    /// A doubt with numbers in any order.
    public static Doubt of(String code, String clause, Map<String, BigDecimal> numbers) {
        return new Doubt(code, clause, new TreeMap<>(numbers));
    }

    /// A duration in seconds.
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
    }

    /// A duration for people.
    public static String text(Duration duration) {
        return seconds(duration).toPlainString() + " s";
    }

    /// A share for people. Rounded away from zero, so that what is past a limit is not shown to be at it.
    static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2)
                        .divide(whole, 2, RoundingMode.UP)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
