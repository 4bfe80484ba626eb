package io.plimsoll.model.vectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How the model's answers compare with the figures of other systems: passed of total by system and function,
/// what is wrong, and what was left out and why.
///
/// @param wrong vectors that could not be read, and those whose figures don't come out
record ConformanceTable(Map<Row, Count> covered, Map<Row, Integer> leftOut, List<String> wrong) {

    /// A line of the table.
    ///
    /// @param reason why it is left out; empty if it is covered
    record Row(String system, String fn, String reason) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            return Comparator.comparing(Row::system)
                    .thenComparing(Row::fn)
                    .thenComparing(Row::reason)
                    .compare(this, other);
        }
    }

    record Count(int passed, int total) {

        Count plus(Count other) {
            return new Count(passed + other.passed, total + other.total);
        }
    }

    static ConformanceTable of(VectorFolder folder) {
        Adapters adapters = new Adapters(folder.brackets());
        Map<Row, Count> covered = new TreeMap<>();
        Map<Row, Integer> leftOut = new TreeMap<>();
        List<String> wrong = new ArrayList<>(folder.faults());
        for (Vector vector : folder.vectors()) {
            String reason = reasonForLeavingOut(vector, adapters);
            Row row = new Row(vector.system(), vector.fn(), reason);
            if (reason.isEmpty()) {
                List<String> found = vector.mismatches(
                        adapters.find(vector.system(), vector.fn()).orElseThrow());
                wrong.addAll(found);
                covered.merge(row, new Count(found.isEmpty() ? 1 : 0, 1), Count::plus);
            } else {
                leftOut.merge(row, 1, Integer::sum);
            }
        }
        return new ConformanceTable(covered, leftOut, wrong);
    }

    /// All that is covered together.
    Count sum() {
        return covered.values().stream().reduce(new Count(0, 0), Count::plus);
    }

    int leftOutCount() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(line("system", "function", "passed"));
        covered.forEach(
                (row, count) -> text.append(line(row.system(), row.fn(), count.passed() + "/" + count.total())));
        text.append(line("all", "", sum().passed() + "/" + sum().total()));
        if (!leftOut.isEmpty()) {
            text.append("\nLeft out (%d):%n".formatted(leftOutCount()));
            leftOut.forEach((row, count) -> text.append(line(row.system(), row.fn(), count.toString(), row.reason())));
        }
        if (!wrong.isEmpty()) {
            text.append("\nWrong (%d):%n".formatted(wrong.size()));
            wrong.forEach(one -> text.append(one).append(System.lineSeparator()));
        }
        return text.toString();
    }

    private static String reasonForLeavingOut(Vector vector, Adapters adapters) {
        return vector.slip()
                .map(slip -> "marked as a slip of its source: " + slip)
                .orElseGet(() -> adapters.find(vector.system(), vector.fn()).isPresent()
                        ? ""
                        : Adapters.reasonForLeavingOut(vector.system(), vector.fn()));
    }

    private static String line(String system, String fn, String count) {
        return line(system, fn, count, "");
    }

    private static String line(String system, String fn, String count, String reason) {
        return String.format(Locale.ROOT, "%-28s %-46s %7s  %s", system, fn, count, reason)
                        .stripTrailing()
                + System.lineSeparator();
    }
}
