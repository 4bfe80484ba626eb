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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the column file of a table.
final class TableSpecReader {

    private static final int MAX_COLUMNS = 64;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final String UNITS = "text, percent, ratio, amount, count";

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
        fields.allowOnly("table", "description", "hitPolicy", "columns", "ascending");
        String table = fileName();
        requireValue("table", table);
        requireValue("hitPolicy", "unique");
        String description = fields.requiredText("description");
        List<ColumnSpec> columns = columns();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TableSpec(table, file, description, columns, ascending(columns)));
    }

    private String fileName() {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".table.yaml".length());
    }

    private void requireValue(String key, String value) {
        String actual = fields.requiredText(key);
        if (!actual.isEmpty() && !actual.equals(value)) {
            fields.textNode(key)
                    .ifPresent(place -> fields.invalid(
                            "table.spec",
                            place,
                            "The value (%s) of the key %s must be %s.".formatted(actual, key, value),
                            "Maybe \"%s: %s\".".formatted(key, value)));
        }
    }

    private List<ColumnSpec> columns() {
        List<ColumnSpec> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<YamlFields> mappings = fields.mappings("columns");
        for (YamlFields mapping : mappings.subList(0, Math.min(mappings.size(), MAX_COLUMNS))) {
            column(mapping).ifPresent(column -> {
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
        if (columns.stream().noneMatch(column -> column.role() == ColumnRole.KEY)) {
            invalid(fields, "The table has no column with the role key.", "Maybe add \"role: key\" to one.");
        }
        return columns;
    }

    private Optional<ColumnSpec> column(YamlFields column) {
        column.allowOnly("name", "role", "unit", "min", "max", "values", "description");
        String name = column.requiredText("name");
        Optional<ColumnRole> role = oneOf(column, "role", ColumnRole.class, "key, threshold, info");
        Optional<Unit> unit = oneOf(column, "unit", Unit.class, UNITS);
        if (!NAME.matcher(name).matches() || role.isEmpty() || unit.isEmpty()) {
            if (!name.isEmpty() && !NAME.matcher(name).matches()) {
                invalid(column, "The column name (%s) must be small letters, digits and _.".formatted(name), "");
            }
            return Optional.empty();
        }
        if (role.get() == ColumnRole.KEY && unit.get() != Unit.TEXT) {
            invalid(
                    column,
                    "The key column (%s) must have the unit text.".formatted(name),
                    "Maybe its role is threshold.");
            return Optional.empty();
        }
        return Optional.of(new ColumnSpec(
                name,
                role.get(),
                unit.get(),
                limit(column, "min", unit.get()),
                limit(column, "max", unit.get()),
                values(column, unit.get()),
                column.text("description").orElse("")));
    }

    private List<String> values(YamlFields column, Unit unit) {
        List<String> values = column.texts("values").stream()
                .map(YamlNode.Text::value)
                .distinct()
                .toList();
        if (!values.isEmpty() && unit != Unit.TEXT) {
            invalid(column, "Only a column with the unit text can list its values.", "Maybe use min and max.");
        }
        return values;
    }

    private @Nullable Limit limit(YamlFields column, String key, Unit unit) {
        Optional<YamlNode.Text> place = column.textNode(key);
        if (place.isEmpty()) {
            return null;
        }
        String written = place.get().value();
        try {
            if (unit.isNumeric()) {
                return new Limit(unit.parse(written), written);
            }
            column.invalid(
                    "table.spec", place.get(), "A text column has no %simum.".formatted(key), "Maybe use values.");
        } catch (InvalidCellException e) {
            String message = "The column's %simum (%s) %s.".formatted(key, written, e.clause());
            column.invalid("table.spec", place.get(), message, e.remedy());
        }
        return null;
    }

    private static <E extends Enum<E>> Optional<E> oneOf(YamlFields column, String key, Class<E> type, String known) {
        String written = column.requiredText(key);
        Optional<E> value = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst();
        if (value.isEmpty() && !written.isEmpty()) {
            column.textNode(key)
                    .ifPresent(place -> column.invalid(
                            "table.spec",
                            place,
                            "The %s (%s) is unknown.".formatted(key, written),
                            "Maybe one of %s.".formatted(known)));
        }
        return value;
    }

    private List<List<String>> ascending(List<ColumnSpec> columns) {
        List<List<String>> ascending = new ArrayList<>();
        for (YamlNode chain : fields.items("ascending")) {
            List<String> names = new ArrayList<>();
            List<YamlNode> nodes = chain instanceof YamlNode.Items items ? items.nodes() : List.of(chain);
            for (YamlNode node : nodes) {
                String name = node instanceof YamlNode.Text text ? text.value() : "";
                if (columns.stream().anyMatch(column -> column.name().equals(name) && column.isNumeric())) {
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

    private void invalid(YamlFields place, String message, String remedy) {
        place.invalid("table.spec", place.node(), message, remedy);
    }
}
