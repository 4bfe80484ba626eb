package io.plimsoll.rules.table;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the lines of a CSV file into rows, and says what is wrong with each cell.
final class RowReader {

    static final int MAX_CELL_LENGTH = 64;

    private static final int MAX_ROWS = 10_000;

    private final String file;
    private final TableSpec spec;
    private final Diagnostics diagnostics;
    private final CellReader cells;
    private final Map<String, Integer> lineOfId = new HashMap<>();

    RowReader(String file, TableSpec spec, Diagnostics diagnostics) {
        this.file = file;
        this.spec = spec;
        this.diagnostics = diagnostics;
        this.cells = new CellReader(file, diagnostics);
    }

    List<ThresholdRow> read(List<CsvLine> lines) {
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
        List<ThresholdRow> rows = new ArrayList<>();
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

    private Optional<ThresholdRow> row(CsvLine header, CsvLine line) {
        if (line.cells().size() != header.cells().size()) {
            error(
                    "table.cell-count",
                    line.line(),
                    "The row has %d cells, but the table has %d columns."
                            .formatted(line.cells().size(), header.cells().size()),
                    "Maybe a comma is missing or too much; a cell with a comma needs quotes.");
            return Optional.empty();
        }
        Map<String, String> written = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (ColumnSpec column : spec.columns()) {
            int index = header.cells().indexOf(column.name());
            if (index >= 0) {
                String cell = line.cells().get(index);
                written.put(column.name(), cell);
                if (column.isNumeric()) {
                    cells.number(line.line(), column, cell).ifPresent(number -> numbers.put(column.name(), number));
                } else if (cells.isText(line.line(), column, cell)) {
                    texts.put(column.name(), cell);
                }
            }
        }
        boolean ascending = checkAscending(line, written, numbers);
        boolean complete = texts.size() + numbers.size() == spec.columns().size();
        if (!hasOwnKeys(line, texts) || !ascending || !complete) {
            return Optional.empty();
        }
        SourcePlace place = new SourcePlace(file, line.line());
        return Optional.of(new ThresholdRow(spec.table(), idOf(texts), place, texts, numbers, written));
    }

    private boolean hasOwnKeys(CsvLine line, Map<String, String> texts) {
        if (!spec.keys().stream().allMatch(key -> texts.containsKey(key.name()))) {
            return false;
        }
        @Nullable Integer first = lineOfId.putIfAbsent(idOf(texts), line.line());
        if (first == null) {
            return true;
        }
        error(
                "table.duplicate-row",
                line.line(),
                "The row has the same keys (%s) as line %d.".formatted(idOf(texts), first),
                "Maybe remove one of the two.");
        return false;
    }

    private String idOf(Map<String, String> texts) {
        return spec.table() + ":"
                + spec.keys().stream().map(key -> texts.get(key.name())).collect(Collectors.joining("/"));
    }

    private boolean checkAscending(CsvLine line, Map<String, String> written, Map<String, BigDecimal> numbers) {
        boolean ascends = true;
        for (List<String> columns : spec.ascending()) {
            for (int i = 1; i < columns.size(); i++) {
                String lower = columns.get(i - 1);
                String higher = columns.get(i);
                @Nullable BigDecimal low = numbers.get(lower);
                @Nullable BigDecimal high = numbers.get(higher);
                if (low != null && high != null && low.compareTo(high) >= 0) {
                    ascends = false;
                    columnError(
                            "table.ascending",
                            line,
                            higher,
                            "The cell (%s) in column %s must be greater than the cell (%s) in column %s."
                                    .formatted(written.get(higher), higher, written.get(lower), lower),
                            "Maybe the two were swapped.");
                }
            }
        }
        return ascends;
    }

    private void columnError(String code, CsvLine line, String column, String message, String remedy) {
        diagnostics.add(Diagnostic.cell(code, file, line.line(), column, message, remedy));
    }

    private void error(String code, int line, String message, String remedy) {
        diagnostics.error(code, file, line, 0, message, remedy);
    }
}
