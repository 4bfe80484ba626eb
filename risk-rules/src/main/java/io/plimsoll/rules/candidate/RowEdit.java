package io.plimsoll.rules.candidate;

import io.plimsoll.rules.source.RuleSetSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// Tells an edit of table rows from all others: the rules, the scenarios, and what the columns mean are the same.
final class RowEdit {

    /// Rule sets beyond this size are not edited here, because reading them takes memory.
    private static final int MAX_BYTES = 2 << 20;

    private RowEdit() {}

    static boolean isOne(RuleSetSource before, RuleSetSource after) {
        Set<String> paths = new TreeSet<>(before.paths());
        paths.addAll(after.paths());
        return bytes(after) <= MAX_BYTES
                && paths.stream().filter(path -> !isRowsOrProse(path)).allMatch(path -> isSame(path, before, after));
    }

    private static boolean isRowsOrProse(String path) {
        return (path.startsWith("tables/") && path.endsWith(".csv")) || path.endsWith(".md");
    }

    private static boolean isSame(String path, RuleSetSource before, RuleSetSource after) {
        return before.contains(path)
                && after.contains(path)
                && Arrays.equals(
                        before.bytes(path).orElseThrow(), after.bytes(path).orElseThrow());
    }

    private static long bytes(RuleSetSource source) {
        return source.paths().stream()
                .mapToLong(path -> source.bytes(path).orElseThrow().length)
                .sum();
    }
}
