package io.plimsoll.rules.table;

import static io.plimsoll.rules.table.TableSpecReader.invalid;

import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one column of a column file.
final class ColumnSpecReader {

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final YamlFields column;

    private ColumnSpecReader(YamlFields column) {
        this.column = column;
    }

    /// The column; empty, with a diagnostic, if nothing can be made of it.
    static Optional<ColumnSpec> read(YamlFields column) {
        return new ColumnSpecReader(column).spec();
    }

    private Optional<ColumnSpec> spec() {
        column.allowOnly("name", "role", "unit", "min", "max", "values", "key", "riskier", "stricter", "description");
        String name = column.requiredText("name");
        Optional<ColumnRole> role = TableSpecReader.oneOf(column, "role", ColumnRole.class);
        Optional<Unit> unit = TableSpecReader.oneOf(column, "unit", Unit.class);
        if (!NAME.matcher(name).matches() || role.isEmpty() || unit.isEmpty()) {
            if (!name.isEmpty() && !NAME.matcher(name).matches()) {
                invalid(column, "The column name (%s) must be small letters, digits and _.".formatted(name), "");
            }
            return Optional.empty();
        }
        if (!fits(name, role.get(), unit.get())) {
            return Optional.empty();
        }
        return Optional.of(new ColumnSpec(
                name,
                role.get(),
                unit.get(),
                limit("min", unit.get()),
                limit("max", unit.get()),
                values(unit.get()),
                key(name, role.get()),
                stricter(role.get(), unit.get()),
                column.text("description").orElse("")));
    }

    private boolean fits(String name, ColumnRole role, Unit unit) {
        String expected = switch (role) {
            case KEY -> unit == Unit.TEXT ? "" : "text";
            case FROM, TO -> unit.isNumeric() ? "" : "percent, ratio, amount or count";
            case EFFECTIVE_FROM, EFFECTIVE_UNTIL -> unit == Unit.DATE ? "" : "date";
            case THRESHOLD -> "";
            case INFO -> unit == Unit.DATE ? "percent, ratio, amount, count or text" : "";
        };
        if (!expected.isEmpty()) {
            invalid(
                    column,
                    "The column (%s) must have the unit %s.".formatted(name, expected),
                    "Maybe its role is another one.");
        }
        return expected.isEmpty();
    }

    private List<String> values(Unit unit) {
        List<String> values = column.texts("values").stream()
                .map(YamlNode.Text::value)
                .distinct()
                .toList();
        if (!values.isEmpty() && unit != Unit.TEXT) {
            invalid(column, "Only a column with the unit text can list its values.", "Maybe use min and max.");
        }
        return values;
    }

    private String key(String name, ColumnRole role) {
        boolean needed = role == ColumnRole.FROM || role == ColumnRole.TO;
        if (!needed) {
            column.textNode("key")
                    .ifPresent(place -> column.invalid(
                            "table.spec",
                            place,
                            "Only a column with the role from or to has a key (%s).".formatted(place.value()),
                            "Maybe remove it."));
            return name;
        }
        String key = column.requiredText("key");
        if (!key.isEmpty() && !NAME.matcher(key).matches()) {
            invalid(column, "The key (%s) must be small letters, digits and _.".formatted(key), "");
        }
        return key;
    }

    private @Nullable Stricter stricter(ColumnRole role, Unit unit) {
        Optional<YamlNode.Text> place = column.textNode("stricter");
        if (place.isEmpty()) {
            return null;
        }
        if (role != ColumnRole.THRESHOLD || !unit.isNumeric()) {
            column.invalid(
                    "table.spec",
                    place.get(),
                    "Only a threshold column with numbers can say what is stricter (%s)."
                            .formatted(place.get().value()),
                    "Maybe remove it.");
            return null;
        }
        return TableSpecReader.oneOf(column, "stricter", Stricter.class).orElse(null);
    }

    private @Nullable Limit limit(String key, Unit unit) {
        Optional<YamlNode.Text> place = column.textNode(key);
        if (place.isEmpty()) {
            return null;
        }
        if (!unit.isNumeric()) {
            column.invalid(
                    "table.spec",
                    place.get(),
                    "A column with the unit text or date has no %simum.".formatted(key),
                    "Maybe use values.");
            return null;
        }
        String written = place.get().value();
        return Limit.read(written, unit, (clause, remedy) -> {
                    String message = "The column's %simum (%s) %s.".formatted(key, written, clause);
                    column.invalid("table.spec", place.get(), message, remedy);
                })
                .orElse(null);
    }
}
