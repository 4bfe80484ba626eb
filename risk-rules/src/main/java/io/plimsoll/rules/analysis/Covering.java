package io.plimsoll.rules.analysis;

import io.plimsoll.rules.table.Extent;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a row is for a value.
final class Covering {

    private Covering() {}

    static boolean covers(Extent extent, @Nullable Object value) {
        return switch (extent) {
            case Extent.Any _ -> true;
            case Extent.Only only -> only.value().equals(value);
            case Extent.Numbers numbers ->
                value instanceof BigDecimal number && numbers.range().contains(number);
            case Extent.Time time ->
                value instanceof Instant instant && time.period().contains(instant);
        };
    }

    /// Whether a row is in force no more at an instant.
    static boolean endsBy(Extent extent, @Nullable Object value) {
        return extent instanceof Extent.Time time
                && time.period().until() != null
                && value instanceof Instant instant
                && !instant.isBefore(time.period().until());
    }
}
