package io.plimsoll.rules.diff;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import io.plimsoll.rules.table.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares decision tables: rows by their keys, cells by their columns.
final class TableDiff {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Keyed<RuleTable>> tables;
    private final List<Change> changes = new ArrayList<>();
    private final RuleSetSource before;
    private final RuleSetSource after;
    private final Diagnostics diagnostics;

    TableDiff(RuleSetSource before, RuleSetSource after, Diagnostics diagnostics) {
        this.before = before;
        this.after = after;
        this.diagnostics = diagnostics;
        this.tables = Keyed.pairs(tables(before), tables(after));
    }

    private Map<String, RuleTable> tables(RuleSetSource source) {
        return RuleTables.read(source, diagnostics).stream()
                .collect(
                        Collectors.toMap(table -> table.spec().table(), Function.identity(), (first, second) -> first));
    }

    List<Change> changes() {
        for (Keyed<RuleTable> pair : tables) {
            RuleTable old = pair.before();
            RuleTable now = pair.after();
            if (old != null && now != null) {
                changes.addAll(YamlDiff.definition(now.spec().file(), before, after, diagnostics));
                rows(old, now);
            } else if (now != null) {
                table(ChangeKind.TABLE_ADDED, now);
            } else if (old != null) {
                table(ChangeKind.TABLE_REMOVED, old);
            }
        }
        return changes;
    }

    private void table(ChangeKind kind, RuleTable table) {
        String rows = table.rows().size() + " rows";
        boolean added = kind == ChangeKind.TABLE_ADDED;
        changes.add(Change.of(
                kind, table.spec().table(), csv(table.spec().file()), 0, added ? "" : rows, added ? rows : ""));
    }

    private static String csv(String columnFile) {
        return columnFile.replaceFirst("\\.table\\.yaml$", ".csv");
    }

    private void rows(RuleTable old, RuleTable now) {
        for (Keyed<ThresholdRow> pair : Keyed.pairs(byId(old), byId(now))) {
            ThresholdRow was = pair.before();
            ThresholdRow is = pair.after();
            if (was != null && is != null) {
                cells(was, is, old, now);
            } else if (is != null) {
                changes.add(row(ChangeKind.ROW_ADDED, is, "", cells(is, now)));
            } else if (was != null) {
                changes.add(row(ChangeKind.ROW_REMOVED, was, cells(was, old), ""));
            }
        }
    }

    private static Map<String, ThresholdRow> byId(RuleTable table) {
        Map<String, ThresholdRow> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.putIfAbsent(row.getId(), row));
        return rows;
    }

    private static Change row(ChangeKind kind, ThresholdRow row, String before, String after) {
        return Change.of(
                kind, row.getId(), row.getPlace().file(), row.getPlace().line(), before, after);
    }

    private static String cells(ThresholdRow row, RuleTable table) {
        return table.spec().columns().stream()
                .map(ColumnSpec::name)
                .filter(column -> row.getCells().containsKey(column))
                .map(column -> column + " " + row.getCells().get(column))
                .collect(Collectors.joining(", "));
    }

    private void cells(ThresholdRow was, ThresholdRow is, RuleTable old, RuleTable now) {
        Map<String, String> columns = new LinkedHashMap<>();
        now.spec().columns().forEach(column -> columns.put(column.name(), ""));
        old.spec().columns().forEach(column -> columns.put(column.name(), ""));
        for (String column : columns.keySet()) {
            cell(
                    was,
                    is,
                    column,
                    old.spec().column(column).orElse(null),
                    now.spec().column(column).orElse(null));
        }
    }

    private void cell(
            ThresholdRow was, ThresholdRow is, String column, @Nullable ColumnSpec old, @Nullable ColumnSpec now) {
        String before = was.getCells().getOrDefault(column, "");
        String after = is.getCells().getOrDefault(column, "");
        Optional<BigDecimal> from = number(was, column, old);
        Optional<BigDecimal> to = number(is, column, now);
        boolean numbers = from.isPresent() && to.isPresent();
        if (numbers ? from.get().compareTo(to.get()) == 0 : before.equals(after)) {
            return;
        }
        BigDecimal move = numbers ? to.get().subtract(from.get()) : null;
        changes.add(new Change(
                numbers ? ChangeKind.NUMBER_MOVED : ChangeKind.TEXT_CHANGED,
                is.getId() + "." + column,
                is.getPlace().file(),
                is.getPlace().line(),
                before,
                after,
                move == null || now == null || now.unit() != Unit.PERCENT ? move : move.movePointRight(2),
                move == null ? null : relative(move, from.orElseThrow())));
    }

    private static Optional<BigDecimal> number(ThresholdRow row, String column, @Nullable ColumnSpec spec) {
        boolean written = !row.getCells().getOrDefault(column, "").isEmpty();
        return spec != null && spec.isNumeric() && written ? Optional.of(row.number(column)) : Optional.empty();
    }

    private static @Nullable BigDecimal relative(BigDecimal move, BigDecimal from) {
        return from.signum() == 0 ? null : move.multiply(HUNDRED).divide(from.abs(), 2, RoundingMode.HALF_EVEN);
    }
}
