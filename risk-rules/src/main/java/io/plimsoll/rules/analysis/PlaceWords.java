package io.plimsoll.rules.analysis;

import io.plimsoll.rules.table.Axis;
import io.plimsoll.rules.table.Extent;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Says in words what lies in a box of cells.
final class PlaceWords {

    private static final int MAX_VALUES = 5;

    private PlaceWords() {}

    /// `segment retail, volatility 0.2..0.5`.
    static String of(TableSpace space, TableSpace.Box box) {
        StringJoiner words = new StringJoiner(", ");
        for (int key = 0; key < space.keys().size(); key++) {
            int from = box.from().get(key);
            int to = box.to().get(key);
            String value = value(space.keys().get(key), space.axis(key), from, to);
            words.add(space.keys().get(key).name() + " " + value);
        }
        return words.toString();
    }

    private static String value(TableKey key, Axis axis, int from, int to) {
        if (key.kind() != TableKey.Kind.TEXT) {
            return extent(axis.extent(from, to));
        }
        List<String> values = new ArrayList<>();
        for (int cell = from; cell < Math.min(to, from + MAX_VALUES); cell++) {
            values.add(extent(axis.extent(cell, cell + 1)));
        }
        String more = to - from > MAX_VALUES ? " and %d more".formatted(to - from - MAX_VALUES) : "";
        return String.join(" or ", values) + more;
    }

    private static String extent(Extent extent) {
        return switch (extent) {
            case Extent.Only only -> only.value();
            case Extent.Any _ -> "any";
            case Extent.Numbers numbers -> words(numbers.range().toString(), "any number");
            case Extent.Time time -> words(time.period().toString(), "at any time");
        };
    }

    private static String words(String range, String unbounded) {
        return range.equals("..") ? unbounded : range;
    }
}
