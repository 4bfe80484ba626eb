package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import io.plimsoll.rules.table.ColumnRole;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// Reads the columns of a row, `number("margin_call")` and `text("note")`, by the tables that the row can
/// come from.
///
/// @param file where it stands
/// @param vocabulary the tables
record ColumnTyper(DrlFile file, Vocabulary vocabulary) {

    /// What the cells of a column can be read as.
    private enum Cells {
        NUMERIC("numeric"),
        TEXT("text"),
        DATE("date");

        private final String words;

        Cells(String words) {
            this.words = words;
        }

        static Cells readBy(String method) {
            return switch (method) {
                case "number" -> NUMERIC;
                case "date" -> DATE;
                default -> TEXT;
            };
        }

        boolean are(ColumnSpec column) {
            return this == (column.isNumeric() ? NUMERIC : column.unit() == Unit.DATE ? DATE : TEXT);
        }

        String words() {
            return words;
        }

        Value value() {
            return switch (this) {
                case NUMERIC -> Value.NUMBER;
                case TEXT -> Value.TEXT;
                case DATE -> Value.of(Instant.class);
            };
        }
    }

    /// What a column holds; its argument is one text, which the linter has seen to.
    Value typed(Value row, Expression.Call call) {
        Cells wanted = Cells.readBy(call.name());
        boolean numeric = wanted == Cells.NUMERIC;
        Expression.Literal column = (Expression.Literal) call.arguments().getFirst();
        Collection<RuleTable> tables = vocabulary.tables(row.tables());
        List<RuleTable> without = tables.stream()
                .filter(table -> spec(table, column, wanted).isEmpty())
                .toList();
        boolean isUnreadable = tables.isEmpty() && !row.tables().isEmpty();
        if (isUnreadable) {
            // The table itself is reported.
            return wanted.value();
        }
        if (without.size() == tables.size()) {
            refuseUnknown(column, wanted, tables, row);
        } else if (!without.isEmpty()) {
            refuseOpen(column, wanted, tables, without);
        }
        Optional<ColumnSpec> spec = tables.stream()
                .flatMap(table -> spec(table, column, wanted).stream())
                .findFirst();
        spec.filter(known -> numeric && known.role() == ColumnRole.INFO).ifPresent(_ -> {
            String message = "The column (%s) is for people: its role is info.".formatted(column.unquoted());
            String remedy = "Maybe give it the role threshold, so that it is checked as one.";
            file.warn("lint.role", column.offset(), column.end(), message, remedy);
        });
        String unit =
                spec.map(known -> known.unit().name().toLowerCase(Locale.ROOT)).orElse("");
        return numeric ? Value.NUMBER.in(unit) : wanted.value();
    }

    /// Whether every table that a row can come from has a range of this name, `covers("volatility", $value)`.
    void checkRange(Value row, Expression.Call call) {
        Expression.Literal key = (Expression.Literal) call.arguments().getFirst();
        TreeSet<String> known = new TreeSet<>();
        boolean everywhere = true;
        for (RuleTable table : vocabulary.tables(row.tables())) {
            List<String> ranges = table.spec().keys().stream()
                    .filter(range -> range.kind() == TableKey.Kind.NUMBER)
                    .map(TableKey::name)
                    .toList();
            known.addAll(ranges);
            everywhere &= ranges.contains(key.unquoted());
        }
        if (!everywhere) {
            String message = known.contains(key.unquoted())
                    ? "Rows of tables without the range (%s) can be matched here.".formatted(key.unquoted())
                    : "The table has no range (%s).".formatted(key.unquoted());
            String remedy = known.contains(key.unquoted())
                    ? "Maybe name the table in the pattern, before the range."
                    : "Maybe one of %s.".formatted(known);
            file.refuse("lint.column", key.offset(), key.end(), message, remedy);
        }
    }

    private static Optional<ColumnSpec> spec(RuleTable table, Expression.Literal column, Cells wanted) {
        return table.spec().column(column.unquoted()).filter(found -> wanted.are(found) && found.isReadable());
    }

    private void refuseUnknown(Expression.Literal column, Cells wanted, Collection<RuleTable> tables, Value row) {
        TreeSet<String> known = new TreeSet<>();
        tables.forEach(table -> table.spec().columns().stream()
                .filter(spec -> wanted.are(spec) && spec.isReadable())
                .forEach(spec -> known.add(spec.name())));
        String message = row.tables().isEmpty()
                ? "No table has a %s column (%s).".formatted(wanted.words(), column.unquoted())
                : "The table (%s) has no %s column (%s)."
                        .formatted(String.join(", ", row.tables()), wanted.words(), column.unquoted());
        String remedy = NearestName.of(column.unquoted(), known)
                .map("Maybe \"%s\"."::formatted)
                .orElseGet(() -> "Maybe one of %s.".formatted(known));
        file.refuse("lint.column", column.offset(), column.end(), message, remedy);
    }

    private void refuseOpen(
            Expression.Literal column, Cells wanted, Collection<RuleTable> tables, List<RuleTable> without) {
        String message = "Rows of the table (%s) have no %s column (%s), and can be matched here."
                .formatted(without.getFirst().spec().table(), wanted.words(), column.unquoted());
        String remedy = tables.stream()
                .filter(table -> !without.contains(table))
                .findFirst()
                .map(table -> "Maybe add table == \"%s\" to the pattern."
                        .formatted(table.spec().table()))
                .orElse("");
        file.refuse("lint.column", column.offset(), column.end(), message, remedy);
    }
}
