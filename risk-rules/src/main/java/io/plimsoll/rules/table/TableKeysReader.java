package io.plimsoll.rules.table;

import static io.plimsoll.rules.table.TableSpecReader.invalid;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the keys of a table together from its columns.
final class TableKeysReader {

    private final YamlFields fields;
    private final Map<String, YamlFields> mappings = new LinkedHashMap<>();
    private final List<ColumnSpec> columns;

    /// @param fields the column file
    /// @param mappings its columns as written
    /// @param columns those that could be read
    TableKeysReader(YamlFields fields, List<YamlFields> mappings, List<ColumnSpec> columns) {
        this.fields = fields;
        this.columns = columns;
        mappings.forEach(mapping -> mapping.text("name").ifPresent(name -> this.mappings.putIfAbsent(name, mapping)));
    }

    List<TableKey> keys(boolean complete) {
        List<TableKey> keys = new ArrayList<>();
        columns.stream()
                .filter(column -> column.role() == ColumnRole.KEY)
                .forEach(column -> keys.add(text(column, complete)));
        columns.stream().filter(column -> column.role() == ColumnRole.FROM).forEach(column -> keys.add(range(column)));
        columns.stream()
                .filter(column -> column.role() == ColumnRole.TO)
                .forEach(column -> partner(column, ColumnRole.FROM));
        if (keys.isEmpty()) {
            invalid(fields, "The table has no column with the role key.", "Maybe add \"role: key\" to one.");
        }
        refuseTwins(keys);
        if (hasTime()) {
            keys.add(new TableKey(
                    TableKey.TIME, TableKey.Kind.TIME, List.of(), TableKey.UNBOUNDED, TableKey.Risk.UNKNOWN));
        }
        refuseStrayRisk();
        if (keys.stream().anyMatch(key -> key.risk() != TableKey.Risk.UNKNOWN)) {
            requireStricter();
        }
        return keys;
    }

    private TableKey text(ColumnSpec column, boolean complete) {
        if (complete && column.values().isEmpty()) {
            invalid(
                    mapping(column),
                    "The table is complete, but the values of its key (%s) are not listed.".formatted(column.name()),
                    "Maybe add \"values: […]\".");
        }
        List<String> order = mapping(column).texts("riskier").stream()
                .map(YamlNode.Text::value)
                .toList();
        boolean all =
                order.size() == column.values().size() && Set.copyOf(order).equals(Set.copyOf(column.values()));
        if (!order.isEmpty() && !all) {
            invalid(
                    mapping(column),
                    "The order riskier (%s) is not one of all values (%s).".formatted(order, column.values()),
                    "Maybe list each value once, the safest first.");
        }
        boolean ranked = all && !order.isEmpty();
        return new TableKey(
                column.name(),
                TableKey.Kind.TEXT,
                ranked ? order : column.values(),
                TableKey.UNBOUNDED,
                ranked ? TableKey.Risk.RISES : TableKey.Risk.UNKNOWN);
    }

    private TableKey range(ColumnSpec from) {
        @Nullable ColumnSpec to = partner(from, ColumnRole.TO);
        @Nullable Limit max = to == null ? null : to.max();
        return new TableKey(
                from.key(),
                TableKey.Kind.NUMBER,
                List.of(),
                new NumberRange(value(from.min()), value(max)),
                mapping(from).textNode("riskier").map(this::risk).orElse(TableKey.Risk.UNKNOWN));
    }

    private TableKey.Risk risk(YamlNode.Text written) {
        return switch (written.value()) {
            case "higher" -> TableKey.Risk.RISES;
            case "lower" -> TableKey.Risk.FALLS;
            default -> {
                fields.invalid(
                        "table.spec",
                        written,
                        "Of a range, riskier (%s) is higher or lower.".formatted(written.value()),
                        "Maybe \"riskier: higher\".");
                yield TableKey.Risk.UNKNOWN;
            }
        };
    }

    private @Nullable ColumnSpec partner(ColumnSpec column, ColumnRole role) {
        List<ColumnSpec> partners = columns.stream()
                .filter(other -> other.role() == role && other.key().equals(column.key()))
                .toList();
        boolean fits = partners.size() == 1 && partners.getFirst().unit() == column.unit();
        if (!fits) {
            invalid(
                    mapping(column),
                    "The key (%s) of the column %s needs one column with the role %s and the same unit, and has %d."
                            .formatted(column.key(), column.name(), lower(role), partners.size()),
                    "Maybe a pair of columns, \"role: from\" and \"role: to\", with the same key.");
        }
        return fits ? partners.getFirst() : null;
    }

    private boolean hasTime() {
        List<ColumnSpec> from = with(ColumnRole.EFFECTIVE_FROM);
        List<ColumnSpec> until = with(ColumnRole.EFFECTIVE_UNTIL);
        if (from.size() > 1 || until.size() > 1 || from.size() != until.size()) {
            ColumnSpec any = (from.isEmpty() ? until : from).getLast();
            invalid(
                    mapping(any),
                    "A table has one column with the role effective_from and one with effective_until, or neither; this one has %d and %d."
                            .formatted(from.size(), until.size()),
                    "Maybe add the other one.");
        }
        return !from.isEmpty() && !until.isEmpty();
    }

    private List<ColumnSpec> with(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    private void refuseTwins(List<TableKey> keys) {
        Set<String> names = new HashSet<>(Set.of(TableKey.TIME));
        for (TableKey key : keys) {
            if (!names.add(key.name())) {
                invalid(fields, "The key (%s) is there twice, or reserved.".formatted(key.name()), "Maybe rename it.");
            }
        }
    }

    private void refuseStrayRisk() {
        for (ColumnSpec column : columns) {
            boolean canHave = column.role() == ColumnRole.KEY || column.role() == ColumnRole.FROM;
            if (!canHave && mapping(column).node().fields().containsKey("riskier")) {
                invalid(
                        mapping(column),
                        "Only a key has an order of risk, not the column (%s).".formatted(column.name()),
                        "Maybe write riskier to the column with the role key or from.");
            }
        }
    }

    private void requireStricter() {
        for (ColumnSpec column : columns) {
            boolean needed = column.role() == ColumnRole.THRESHOLD && column.isNumeric();
            if (needed && column.stricter() == null) {
                invalid(
                        mapping(column),
                        "A key has an order of risk, but the column (%s) does not say what is stricter."
                                .formatted(column.name()),
                        "Maybe add \"stricter: lower\", \"stricter: higher\" or \"stricter: neither\".");
            }
        }
    }

    private YamlFields mapping(ColumnSpec column) {
        return mappings.getOrDefault(column.name(), fields);
    }

    private static @Nullable BigDecimal value(@Nullable Limit limit) {
        return limit == null ? null : limit.value();
    }

    private static String lower(ColumnRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
