package io.plimsoll.rules.table;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns the lines of a CSV file into rows, and says what is wrong with each cell.
final class RowReader {

    static final int MAX_CELL_LENGTH = 64;

    private static final int MAX_ROWS = 10_000;

    private final String file;
    private final TableSpec spec;
    private final Diagnostics diagnostics;
    private final CellReader cells;

    RowReader(String file, TableSpec spec, Diagnostics diagnostics) {
        this.file = file;
        this.spec = spec;
        this.diagnostics = diagnostics;
        this.cells = new CellReader(file, diagnostics);
    }

    List<TableRow> read(List<CsvLine> lines) {
        if (lines.size() < 2) {
            error(
                    "table.no-rows",
                    lines.isEmpty() ? 0 : lines.getFirst().line(),
                    "The table has no rows.",
                    "Maybe the file was not saved.");
            return List.of();
        }
        CsvLine header = lines.getFirst();
        if (header.isMalformed()) {
            return List.of();
        }
        checkHeader(header);
        List<CsvLine> body = lines.subList(1, lines.size());
        if (body.size() > MAX_ROWS) {
            error(
                    "table.too-many-rows",
                    body.get(MAX_ROWS).line(),
                    "The table has more than %,d rows (%,d).".formatted(MAX_ROWS, body.size()),
                    "Maybe split it.");
            return List.of();
        }
        List<TableRow> rows = new ArrayList<>();
        for (CsvLine line : body) {
            if (!line.isMalformed()) {
                row(header, line).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private void checkHeader(CsvLine header) {
        Set<String> seen = new HashSet<>();
        for (String name : header.cells()) {
            if (spec.column(name).isEmpty()) {
                columnError(
                        "table.unknown-column",
                        header,
                        name,
                        "The column (%s) is not in %s.".formatted(name, spec.file()),
                        "Maybe one of %s."
                                .formatted(spec.columns().stream()
                                        .map(ColumnSpec::name)
                                        .toList()));
            } else if (!seen.add(name)) {
                columnError(
                        "table.duplicate-column",
                        header,
                        name,
                        "The column (%s) is there twice.".formatted(name),
                        "Maybe remove one of them.");
            }
        }
        for (ColumnSpec column : spec.columns()) {
            if (!header.cells().contains(column.name())) {
                columnError(
                        "table.missing-column",
                        header,
                        column.name(),
                        "The column (%s) is missing.".formatted(column.name()),
                        "Maybe add it to the first line, and a cell to every row.");
            }
        }
    }

    private Optional<TableRow> row(CsvLine header, CsvLine line) {
        if (line.cells().size() != header.cells().size()) {
            error(
                    "table.cell-count",
                    line.line(),
                    "The row has %d cells, but the table has %d columns."
                            .formatted(line.cells().size(), header.cells().size()),
                    "Maybe a comma is missing or too much; a cell with a comma needs quotes.");
            return Optional.empty();
        }
        CellValues values = new CellValues(file, spec, cells, line.line());
        for (ColumnSpec column : spec.columns()) {
            int index = header.cells().indexOf(column.name());
            if (index >= 0) {
                values.read(column, line.cells().get(index));
            }
        }
        return values.row(diagnostics);
    }

    private void columnError(String code, CsvLine line, String column, String message, String remedy) {
        diagnostics.add(Diagnostic.cell(code, file, line.line(), column, message, remedy));
    }

    private void error(String code, int line, String message, String remedy) {
        diagnostics.error(code, file, line, 0, message, remedy);
    }
}
