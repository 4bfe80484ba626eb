package io.plimsoll.rules.table;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import io.plimsoll.rules.source.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the column file of a table.
final class TableSpecReader {

    private static final int MAX_COLUMNS = 64;

    private final String file;
    private final YamlFields fields;

    private TableSpecReader(YamlFields fields) {
        this.file = fields.file();
        this.fields = fields;
    }

    /// What a column file says; empty, with diagnostics, if it is no mapping or describes no column.
    static Optional<TableSpec> read(RuleSetSource source, String file, Diagnostics diagnostics) {
        return YamlReader.read(source, file, diagnostics)
                .flatMap(node -> new TableSpecReader(new YamlFields(file, node, diagnostics)).spec());
    }

    private Optional<TableSpec> spec() {
        fields.allowOnly("table", "description", "hitPolicy", "complete", "columns", "ascending");
        String table = fileName();
        requireTable(table);
        Optional<HitPolicy> hitPolicy = oneOf(fields, "hitPolicy", HitPolicy.class);
        boolean complete = isComplete();
        String description = fields.requiredText("description");
        List<YamlFields> mappings = fields.mappings("columns");
        List<ColumnSpec> columns = columns(mappings);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<TableKey> keys = new TableKeysReader(fields, mappings, columns).keys(complete);
        return Optional.of(new TableSpec(
                table,
                file,
                description,
                hitPolicy.orElse(HitPolicy.UNIQUE),
                complete,
                columns,
                keys,
                ascending(columns)));
    }

    private String fileName() {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".table.yaml".length());
    }

    private void requireTable(String table) {
        String actual = fields.requiredText("table");
        if (!actual.isEmpty() && !actual.equals(table)) {
            fields.textNode("table")
                    .ifPresent(place -> fields.invalid(
                            "table.spec",
                            place,
                            "The value (%s) of the key table must be %s.".formatted(actual, table),
                            "Maybe \"table: %s\".".formatted(table)));
        }
    }

    private boolean isComplete() {
        Optional<YamlNode.Text> place = fields.textNode("complete");
        place.filter(text -> !Set.of("true", "false").contains(text.value()))
                .ifPresent(text -> fields.invalid(
                        "table.spec",
                        text,
                        "The value (%s) of the key complete is neither true nor false.".formatted(text.value()),
                        "Maybe \"complete: true\"."));
        return place.filter(text -> text.value().equals("true")).isPresent();
    }

    private List<ColumnSpec> columns(List<YamlFields> mappings) {
        List<ColumnSpec> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlFields mapping : mappings.subList(0, Math.min(mappings.size(), MAX_COLUMNS))) {
            ColumnSpecReader.read(mapping).ifPresent(column -> {
                if (names.add(column.name())) {
                    columns.add(column);
                } else {
                    invalid(mapping, "The column (%s) is described a second time.".formatted(column.name()), "");
                }
            });
        }
        if (mappings.size() > MAX_COLUMNS) {
            invalid(fields, "The table has more than %d columns.".formatted(MAX_COLUMNS), "Maybe split it.");
        }
        return columns;
    }

    /// The constant that an entry names in small letters; empty, with a diagnostic, if it names none.
    static <E extends Enum<E>> Optional<E> oneOf(YamlFields fields, String key, Class<E> type) {
        String written = fields.requiredText(key);
        Optional<E> value = Arrays.stream(type.getEnumConstants())
                .filter(constant -> lowerCase(constant).equals(written))
                .findFirst();
        if (value.isEmpty() && !written.isEmpty()) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(TableSpecReader::lowerCase)
                    .collect(Collectors.joining(", "));
            fields.textNode(key)
                    .ifPresent(place -> fields.invalid(
                            "table.spec",
                            place,
                            "The %s (%s) is unknown.".formatted(key, written),
                            "Maybe one of %s.".formatted(known)));
        }
        return value;
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<List<String>> ascending(List<ColumnSpec> columns) {
        List<List<String>> ascending = new ArrayList<>();
        for (YamlNode chain : fields.items("ascending")) {
            List<String> names = new ArrayList<>();
            List<YamlNode> nodes = chain instanceof YamlNode.Items items ? items.nodes() : List.of(chain);
            for (YamlNode node : nodes) {
                String name = node instanceof YamlNode.Text text ? text.value() : "";
                if (columns.stream()
                        .anyMatch(column -> column.name().equals(name) && column.isNumeric() && column.isReadable())) {
                    names.add(name);
                } else {
                    String message = "The column (%s) in ascending is no numeric column.".formatted(name);
                    fields.invalid("table.spec", node, message, "Maybe \"- [margin_call, liquidation]\".");
                }
            }
            ascending.add(List.copyOf(names));
        }
        return ascending;
    }

    static void invalid(YamlFields place, String message, String remedy) {
        place.invalid("table.spec", place.node(), message, remedy);
    }
}
