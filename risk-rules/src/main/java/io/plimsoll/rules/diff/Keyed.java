package io.plimsoll.rules.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Two versions of named things, side by side.
///
/// @param name what both go by
/// @param before null if it is new
/// @param after null if it is gone
record Keyed<T>(String name, @Nullable T before, @Nullable T after) {

    /// The pairs, by name.
    static <T> List<Keyed<T>> pairs(Map<String, T> before, Map<String, T> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Keyed<T>> pairs = new ArrayList<>();
        for (String name : names) {
            pairs.add(new Keyed<>(name, before.get(name), after.get(name)));
        }
        return pairs;
    }
}
