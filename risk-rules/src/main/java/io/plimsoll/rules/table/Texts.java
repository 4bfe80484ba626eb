package io.plimsoll.rules.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cells of a text key: its values.
final class Texts implements Axis {

    private final List<String> values;
    private final Map<String, Integer> cells = new HashMap<>();

    Texts(List<String> values) {
        this.values = values;
        for (int i = 0; i < values.size(); i++) {
            cells.put(values.get(i), i);
        }
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public int from(Extent extent) {
        return extent instanceof Extent.Only only ? cells.getOrDefault(only.value(), size()) : 0;
    }

    @Override
    public int to(Extent extent) {
        return extent instanceof Extent.Only only ? Math.min(size(), from(only) + 1) : size();
    }

    @Override
    public Extent extent(int from, int to) {
        return new Extent.Only(values.get(from));
    }
}
