package io.plimsoll.rules.lint;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.NearestName;
import io.plimsoll.rules.table.RuleTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks that a pattern of rows can match one: its table exists and has the keys, and a row has the texts it names.
///
/// What an edit of a table can mend is a warning; rules may wait for their rows.
///
/// @param file where it stands
/// @param vocabulary the tables
record RowLinter(DrlFile file, Vocabulary vocabulary) {

    private static final Map<String, String> KEYS = Map.of(
            "segment", "segment",
            "instrumentClass", "instrument_class",
            "instrument", "instrument",
            "asset", "asset");

    void check(List<Expression> constraints) {
        int before = file.findings();
        RowTables.literals(constraints, "table").forEach(this::checkTable);
        Set<String> named = RowTables.named(constraints);
        Collection<RuleTable> tables = vocabulary.tables(named);
        boolean areKnown = !tables.isEmpty() && (named.isEmpty() || tables.size() == named.size());
        List<Expression.Name> missing = areKnown ? missingKeys(constraints, tables) : List.of();
        missing.forEach(field -> warnMissing(field, tables));
        if (areKnown && missing.isEmpty() && file.findings() == before && vocabulary.hasSoundRows(tables)) {
            checkRows(constraints, tables);
        }
    }

    private void checkTable(Expression.Literal literal) {
        if (!vocabulary.isTable(literal.unquoted())) {
            Set<String> names = vocabulary.tableNames();
            String remedy = NearestName.of(literal.unquoted(), names)
                    .map("Maybe \"%s\"."::formatted)
                    .orElseGet(() -> "Maybe one of %s.".formatted(names));
            String message = "There is no table (%s), so that the rule can't fire.".formatted(literal.unquoted());
            file.refuse("lint.table", literal.offset(), literal.end(), message, remedy);
        }
    }

    private static List<Expression.Name> missingKeys(List<Expression> constraints, Collection<RuleTable> tables) {
        return constraints.stream()
                .filter(constraint -> !namesNull(constraint))
                .flatMap(RowLinter::fields)
                .filter(field -> isMissing(field, tables))
                .toList();
    }

    private static boolean isMissing(Expression.Name field, Collection<RuleTable> tables) {
        @Nullable String key = KEYS.get(field.name());
        return key != null
                && tables.stream().noneMatch(table -> table.spec().column(key).isPresent());
    }

    private void warnMissing(Expression.Name field, Collection<RuleTable> tables) {
        String names = tables.stream().map(table -> table.spec().table()).collect(Collectors.joining(", "));
        String message = "The table (%s) has no column %s, so that the rule can't fire."
                .formatted(names, KEYS.get(field.name()));
        String remedy = "Maybe another table or another key is meant.";
        file.warn("lint.key", field.offset(), field.end(), message, remedy);
    }

    private static Stream<Expression.Name> fields(Expression expression) {
        return expression instanceof Expression.Name name
                ? Stream.of(name)
                : expression.parts().flatMap(RowLinter::fields);
    }

    private static boolean namesNull(Expression expression) {
        return (expression instanceof Expression.Literal literal
                        && literal.token().is("null"))
                || expression.parts().anyMatch(RowLinter::namesNull);
    }

    private void checkRows(List<Expression> constraints, Collection<RuleTable> tables) {
        List<ThresholdRow> left =
                tables.stream().flatMap(table -> table.rows().stream()).toList();
        for (Expression constraint : constraints) {
            for (EqualTexts texts : EqualTexts.of(constraint)) {
                left = left.stream().filter(row -> meets(row, texts)).toList();
                if (left.isEmpty()) {
                    String message = "No row meets this, so that the rule can't fire.";
                    String remedy = "Maybe a word is misspelt, or a row is missing.";
                    Expression whole = texts.whole();
                    file.warn("lint.no-row", whole.offset(), whole.end(), message, remedy);
                    return;
                }
            }
        }
    }

    private static boolean meets(ThresholdRow row, EqualTexts texts) {
        @Nullable
        String cell = switch (texts.field()) {
            case "table" -> row.getTable();
            case "id" -> row.getId();
            case "segment" -> row.getSegment();
            case "instrumentClass" -> row.getInstrumentClass();
            case "instrument" -> row.getInstrument();
            case "asset" -> row.getAsset();
            // A column that is read by its name; whether there is one is checked elsewhere.
            default -> row.getCells().get(texts.field().replaceAll("^text\\(\"|\"\\)$", ""));
        };
        return texts.options().stream().anyMatch(option -> option.unquoted().equals(cell));
    }
}
