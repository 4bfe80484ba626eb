package io.plimsoll.model.snapshot;

import io.plimsoll.model.fact.InvalidFactException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Lists that are kept in the order of a key, and searched by it.
final class Sorted {

    private Sorted() {}

    static <E> List<E> by(String field, List<E> entries, Function<E, String> key) {
        if (entries.size() > Snapshot.MAX_ENTRIES) {
            throw new InvalidFactException(
                    field,
                    "has more than %d entries. Maybe leave out what the account does not hold."
                            .formatted(Snapshot.MAX_ENTRIES));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String entryKey = key.apply(entries.get(i));
            if (!seen.add(entryKey)) {
                throw new InvalidFactException(
                        field + "/" + i, "gives %s a second time. Maybe remove one of the two.".formatted(entryKey));
            }
        }
        return entries.stream().sorted(Comparator.comparing(key)).toList();
    }

    static <E> Optional<E> find(List<E> sorted, String wanted, Function<E, String> key) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key.apply(sorted.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(sorted.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
