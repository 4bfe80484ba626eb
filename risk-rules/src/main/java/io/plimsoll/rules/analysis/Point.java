package io.plimsoll.rules.analysis;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.model.rule.Period;
import io.plimsoll.rules.table.Extent;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One value for each key of a table.
///
/// @param values by the name of the key: a `String`, a `BigDecimal` or an `Instant`
record Point(Map<String, Object> values) {

    /// When nothing says otherwise.
    static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    /// A point in cells, one of each key.
    static Point in(TableSpace space, List<Integer> cells) {
        Map<String, Object> values = new TreeMap<>();
        for (int key = 0; key < cells.size(); key++) {
            Extent extent = space.axis(key).extent(cells.get(key), cells.get(key) + 1);
            values.put(space.keys().get(key).name(), value(space.keys().get(key), extent));
        }
        return new Point(values);
    }

    /// A point that a row is for.
    static Point of(List<TableKey> keys, TableRow row) {
        Map<String, Object> values = new TreeMap<>();
        keys.forEach(key -> values.put(key.name(), value(key, row.extent(key))));
        return new Point(values);
    }

    private static Object value(TableKey key, Extent extent) {
        return switch (extent) {
            case Extent.Only only -> only.value();
            case Extent.Any _ -> key.kind() == TableKey.Kind.TEXT ? key.values().getFirst() : BigDecimal.ZERO;
            case Extent.Numbers numbers -> number(numbers.range());
            case Extent.Time time -> instant(time.period());
        };
    }

    private static BigDecimal number(NumberRange range) {
        if (range.from() != null) {
            return range.from();
        }
        return range.to() == null ? BigDecimal.ZERO : range.to().subtract(BigDecimal.ONE);
    }

    private static Instant instant(Period period) {
        if (period.contains(NOW)) {
            return NOW;
        }
        if (period.from() != null) {
            return period.from();
        }
        return period.until() == null ? NOW : period.until().minus(Duration.ofSeconds(1));
    }

    /// `segment retail, volatility 0.5, time 2026-07-01T00:00:00Z`, in the order of the keys.
    String words(List<TableKey> keys) {
        StringBuilder words = new StringBuilder();
        for (TableKey key : keys) {
            Object value = values.getOrDefault(key.name(), "");
            words.append(words.isEmpty() ? "" : ", ")
                    .append(key.name())
                    .append(' ')
                    .append(value instanceof BigDecimal number ? number.toPlainString() : value);
        }
        return words.toString();
    }
}
