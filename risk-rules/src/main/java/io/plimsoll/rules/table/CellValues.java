package io.plimsoll.rules.table;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.model.rule.Period;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Gathers the cells of one row.
final class CellValues {

    private final String file;
    private final TableSpec spec;
    private final CellReader cells;
    private final int line;
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BigDecimal> numbers = new HashMap<>();
    private final Map<String, Instant> dates = new HashMap<>();
    private final Set<String> sound = new HashSet<>();

    CellValues(String file, TableSpec spec, CellReader cells, int line) {
        this.file = file;
        this.spec = spec;
        this.cells = cells;
        this.line = line;
    }

    void read(ColumnSpec column, String cell) {
        String name = column.name();
        written.put(name, cell);
        boolean open = column.role().isBound() && cell.isEmpty();
        if (column.isNumeric() && !open) {
            cells.number(line, column, cell).ifPresent(number -> numbers.put(name, number));
        } else if (column.unit() == Unit.DATE && !open) {
            cells.date(line, column, cell).ifPresent(date -> dates.put(name, date));
        } else if (!open && cells.isText(line, column, cell)) {
            texts.put(name, cell);
        }
        if (open || numbers.containsKey(name) || dates.containsKey(name) || texts.containsKey(name)) {
            sound.add(name);
        }
    }

    /// The row; empty if a cell is missing or has a diagnostic.
    Optional<TableRow> row(Diagnostics diagnostics) {
        if (sound.size() != spec.columns().size() || hasEmptyExtent(diagnostics)) {
            return Optional.empty();
        }
        Map<String, Extent> extents = new HashMap<>();
        spec.keys().forEach(key -> extents.put(key.name(), extent(key)));
        Map<String, String> readableTexts = new HashMap<>();
        Map<String, BigDecimal> readableNumbers = new HashMap<>();
        Map<String, Instant> readableDates = new HashMap<>();
        Map<String, Object> says = new HashMap<>();
        for (ColumnSpec column : spec.columns()) {
            if (column.isReadable() && column.isNumeric()) {
                readableNumbers.put(column.name(), numbers.get(column.name()));
            } else if (column.isReadable() && column.unit() == Unit.DATE) {
                readableDates.put(column.name(), dates.get(column.name()));
            } else if (column.isReadable()) {
                readableTexts.put(column.name(), texts.get(column.name()));
            }
            if (column.role() == ColumnRole.THRESHOLD) {
                says.put(column.name(), column.isNumeric() ? numbers.get(column.name()) : written.get(column.name()));
            }
        }
        ThresholdRow row = new ThresholdRow(
                        spec.table(), id(extents), new SourcePlace(file, line), readableTexts, readableNumbers, written)
                .withDates(readableDates);
        return Optional.of(new TableRow(row, extents, says));
    }

    private Extent extent(TableKey key) {
        return switch (key.kind()) {
            case TEXT -> {
                String text = String.valueOf(texts.get(key.name()));
                yield text.equals(CellReader.ANY) ? new Extent.Any() : new Extent.Only(text);
            }
            case NUMBER -> new Extent.Numbers(range(key));
            case TIME -> new Extent.Time(period());
        };
    }

    private NumberRange range(TableKey key) {
        return new NumberRange(
                numbers.get(column(ColumnRole.FROM, key.name())), numbers.get(column(ColumnRole.TO, key.name())));
    }

    private Period period() {
        return new Period(
                dates.get(column(ColumnRole.EFFECTIVE_FROM, null)),
                dates.get(column(ColumnRole.EFFECTIVE_UNTIL, null)));
    }

    private String column(ColumnRole role, @Nullable String key) {
        return spec.columns(role).stream()
                .filter(column -> key == null || column.key().equals(key))
                .map(ColumnSpec::name)
                .findFirst()
                .orElse("");
    }

    private boolean hasEmptyExtent(Diagnostics diagnostics) {
        boolean found = false;
        for (TableKey key : spec.keys()) {
            boolean empty = switch (key.kind()) {
                case TEXT -> false;
                case NUMBER -> isEmpty(range(key).from(), range(key).to());
                case TIME -> isEmpty(period().from(), period().until());
            };
            if (empty) {
                found = true;
                boolean time = key.kind() == TableKey.Kind.TIME;
                String from = column(time ? ColumnRole.EFFECTIVE_FROM : ColumnRole.FROM, time ? null : key.name());
                String to = column(time ? ColumnRole.EFFECTIVE_UNTIL : ColumnRole.TO, time ? null : key.name());
                diagnostics.add(Diagnostic.cell(
                        time ? "table.empty-period" : "table.empty-range",
                        file,
                        line,
                        to,
                        "The row is for nothing: the cell (%s) in column %s must be above the cell (%s) in column %s."
                                .formatted(written.get(to), to, written.get(from), from),
                        "Maybe the two were swapped."));
            }
        }
        return found;
    }

    private static <T extends Comparable<? super T>> boolean isEmpty(@Nullable T from, @Nullable T to) {
        return from != null && to != null && from.compareTo(to) >= 0;
    }

    /// The table and the row's keys: `margin:retail/major`, `haircut:BTC/0.2..0.5@2026-01-01..`.
    private String id(Map<String, Extent> extents) {
        StringJoiner id = new StringJoiner("/", spec.table() + ":", "");
        String period = "";
        for (TableKey key : spec.keys()) {
            switch (extents.getOrDefault(key.name(), new Extent.Any())) {
                case Extent.Only only -> id.add(only.value());
                case Extent.Any _ -> id.add(CellReader.ANY);
                case Extent.Numbers numeric -> id.add(numeric.range().toString());
                case Extent.Time time -> period = "@" + time.period();
            }
        }
        return id + (period.equals("@..") ? "" : period);
    }
}
