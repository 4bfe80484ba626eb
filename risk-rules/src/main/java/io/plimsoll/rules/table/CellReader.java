package io.plimsoll.rules.table;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one cell by what its column says.
///
/// @param file the table's path
/// @param diagnostics where problems go
record CellReader(String file, Diagnostics diagnostics) {

    /// How a key cell says that it is for all values.
    static final String ANY = "*";

    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    /// The number of a cell; empty, with a diagnostic, if it has none or one out of its column's range.
    Optional<BigDecimal> number(int line, ColumnSpec column, String cell) {
        if (!isFilled(line, column, cell)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = column.unit().parse(cell);
            return isInRange(line, column, cell, number) ? Optional.of(number) : Optional.empty();
        } catch (InvalidCellException e) {
            String code = column.unit() == Unit.PERCENT || cell.endsWith("%") ? "table.percent" : "table.number";
            error(code, line, column, cell, e.clause(), e.remedy());
            return Optional.empty();
        }
    }

    /// The moment of a cell; empty, with a diagnostic, if it is none.
    Optional<Instant> date(int line, ColumnSpec column, String cell) {
        try {
            return Optional.of(Unit.parseDate(cell));
        } catch (InvalidCellException e) {
            error("table.date", line, column, cell, e.clause(), e.remedy());
            return Optional.empty();
        }
    }

    /// Whether a key cell stands for all values of its column.
    static boolean isAny(ColumnSpec column, String cell) {
        return column.role() == ColumnRole.KEY && cell.equals(ANY);
    }

    /// Whether a cell is a text that its column allows; if not, there is a diagnostic.
    boolean isText(int line, ColumnSpec column, String cell) {
        if (!isFilled(line, column, cell)) {
            return false;
        }
        if (isAny(column, cell)) {
            if (column.values().isEmpty()) {
                error(
                        "table.any",
                        line,
                        column,
                        cell,
                        "stands for every value, but the column file does not list them",
                        "Maybe add \"values: […]\" to the column.");
            }
            return !column.values().isEmpty();
        }
        if (column.role() != ColumnRole.INFO && !TEXT.matcher(cell).matches()) {
            error(
                    "table.text",
                    line,
                    column,
                    cell,
                    "has other characters than letters, digits and _ . : -",
                    "Maybe write a dash for a blank.");
            return false;
        }
        if (!column.values().isEmpty() && !column.values().contains(cell)) {
            error("table.value", line, column, cell, "is not allowed", "Maybe one of %s.".formatted(column.values()));
            return false;
        }
        return true;
    }

    private boolean isFilled(int line, ColumnSpec column, String cell) {
        if (cell.isEmpty()) {
            diagnostics.add(Diagnostic.cell(
                    "table.empty-cell",
                    file,
                    line,
                    column.name(),
                    "The cell in column %s is empty.".formatted(column.name()),
                    column.isNumeric() ? "Maybe 0 was meant." : "Maybe write a dash."));
            return false;
        }
        if (cell.length() > RowReader.MAX_CELL_LENGTH) {
            error(
                    "table.cell-length",
                    line,
                    column,
                    cell.substring(0, RowReader.MAX_CELL_LENGTH) + "…",
                    "has more than %d characters".formatted(RowReader.MAX_CELL_LENGTH),
                    "Maybe shorten it.");
            return false;
        }
        return true;
    }

    private boolean isInRange(int line, ColumnSpec column, String cell, BigDecimal number) {
        Limit min = column.min();
        if (min != null && number.compareTo(min.value()) < 0) {
            error(
                    "table.range",
                    line,
                    column,
                    cell,
                    "is below the column's minimum (%s)".formatted(min.written()),
                    "Maybe a digit is missing.");
            return false;
        }
        Limit max = column.max();
        if (max != null && number.compareTo(max.value()) > 0) {
            error(
                    "table.range",
                    line,
                    column,
                    cell,
                    "is above the column's maximum (%s)".formatted(max.written()),
                    "Maybe a digit is too much.");
            return false;
        }
        return true;
    }

    private void error(String code, int line, ColumnSpec column, String cell, String clause, String remedy) {
        diagnostics.add(Diagnostic.cell(
                code,
                file,
                line,
                column.name(),
                "The cell (%s) in column %s %s.".formatted(cell, column.name(), clause),
                remedy));
    }
}
