package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.ColumnRole;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at the numbers of each row and of each column: limits in the wrong order, columns that do nothing.
final class ColumnAnalysis {

    private final RuleTable table;
    private final Findings findings;

    ColumnAnalysis(RuleTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /// @param read the columns that rules read
    void find(Set<String> read) {
        table.written().forEach(this::limits);
        for (ColumnSpec column : table.spec().columns(ColumnRole.THRESHOLD)) {
            if (!read.contains(column.name())) {
                unread(column);
            } else {
                constant(column);
            }
        }
    }

    private void limits(TableRow row) {
        for (List<String> columns : table.spec().ascending()) {
            for (int i = 1; i < columns.size(); i++) {
                limits(row, columns.get(i - 1), columns.get(i));
            }
        }
    }

    private void limits(TableRow row, String lower, String higher) {
        BigDecimal low = row.written().number(lower);
        BigDecimal high = row.written().number(higher);
        if (low.compareTo(high) < 0) {
            return;
        }
        findings.add(
                "table.ascending",
                Severity.ERROR,
                row.line(),
                higher,
                "The cell (%s) in column %s must be greater than the cell (%s) in column %s."
                        .formatted(
                                row.written().getCells().get(higher),
                                higher,
                                row.written().getCells().get(lower),
                                lower),
                "Maybe the two were swapped.",
                example(
                        row,
                        "line %d, %s and %s in the wrong order".formatted(row.line(), lower, higher),
                        "The limits of this account are in the wrong order."));
    }

    private void unread(ColumnSpec column) {
        findings.add(
                "table.unread-column",
                Severity.WARNING,
                0,
                column.name(),
                "No rule reads the column (%s): editing it changes nothing.".formatted(column.name()),
                "Maybe a rule should read number(\"%s\"), or its role is info.".formatted(column.name()),
                example(
                        table.written().getFirst(),
                        "%s is never read".formatted(column.name()),
                        "Whatever the column says, the limits of this account are the same."));
    }

    private void constant(ColumnSpec column) {
        @Nullable Object first = table.written().getFirst().says().get(column.name());
        boolean constant = table.written().size() > 1
                && table.written().stream()
                        .allMatch(row -> Objects.equals(row.says().get(column.name()), first));
        if (!constant) {
            return;
        }
        List<CounterExample> examples = new ArrayList<>();
        for (TableRow row : List.of(table.written().getFirst(), table.written().getLast())) {
            examples.addAll(example(
                    row,
                    "%s is the same in line %d".formatted(column.name(), row.line()),
                    "Accounts in the first and the last row have the same %s.".formatted(column.name())));
        }
        findings.add(
                "table.constant-column",
                Severity.INFO,
                0,
                column.name(),
                "The column (%s) has the same value (%s) in every row."
                        .formatted(
                                column.name(),
                                table.written().getFirst().written().getCells().get(column.name())),
                "Maybe a row was to differ.",
                examples);
    }

    private List<CounterExample> example(TableRow row, String name, String why) {
        Point point = Point.of(table.spec().keys(), row);
        List<TableRow> rows = table.written().stream()
                .filter(other -> table.spec().keys().stream()
                        .allMatch(key -> Covering.covers(
                                other.extent(key), point.values().get(key.name()))))
                .toList();
        return findings.example(name, why, point, rows);
    }
}
