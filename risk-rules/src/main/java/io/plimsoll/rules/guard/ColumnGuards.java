package io.plimsoll.rules.guard;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import io.plimsoll.rules.source.YamlReader;
import io.plimsoll.rules.table.ColumnRole;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.Limit;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.Unit;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `guards` in `ruleset.yaml`.
public final class ColumnGuards {

    private static final String CODE = "guard.spec";

    private ColumnGuards() {}

    /// The guards of a rule set; what can't be read is left out and reported.
    ///
    /// @param tables of the same rule set
    public static List<ColumnGuard> read(RuleSetSource source, List<RuleTable> tables, Diagnostics diagnostics) {
        // Whatever else is wrong with the manifest is said by its own reader; the same diagnostic counts once.
        Optional<YamlNode.Fields> manifest = YamlReader.read(source, RuleSetManifest.FILE, diagnostics);
        List<ColumnGuard> guards = new ArrayList<>();
        manifest.ifPresent(node -> new YamlFields(RuleSetManifest.FILE, node, diagnostics)
                .mappings("guards")
                .forEach(fields -> read(fields, tables).ifPresent(guards::add)));
        return List.copyOf(guards);
    }

    private static Optional<ColumnGuard> read(YamlFields fields, List<RuleTable> tables) {
        fields.allowOnly("table", "column", "min", "max", "largestMove", "largestRelativeMove", "smallestInterval");
        String table = fields.requiredText("table");
        String name = fields.requiredText("column");
        Optional<ColumnSpec> column = tables.stream()
                .filter(candidate -> candidate.spec().table().equals(table))
                .flatMap(candidate -> candidate.spec().columns(ColumnRole.THRESHOLD).stream())
                .filter(candidate -> candidate.name().equals(name) && candidate.isNumeric())
                .findFirst();
        if (column.isEmpty()) {
            if (!table.isEmpty() && !name.isEmpty()) {
                fields.invalid(
                        CODE,
                        fields.node(),
                        "There is no threshold column with numbers (%s) in a table (%s).".formatted(name, table),
                        "Maybe it was renamed.");
            }
            return Optional.empty();
        }
        Unit unit = column.get().unit();
        return Optional.of(new ColumnGuard(
                table,
                name,
                limit(fields, "min", unit),
                limit(fields, "max", unit),
                notNegative(fields, "largestMove", unit),
                notNegative(fields, "largestRelativeMove", Unit.PERCENT),
                interval(fields)));
    }

    private static @Nullable Limit notNegative(YamlFields fields, String key, Unit unit) {
        @Nullable Limit limit = limit(fields, key, unit);
        if (limit != null && limit.value().signum() < 0) {
            fields.textNode(key)
                    .ifPresent(place -> fields.invalid(
                            CODE,
                            place,
                            "The %s (%s) is negative.".formatted(key, limit.written()),
                            "Maybe without the sign: it holds up and down."));
        }
        return limit;
    }

    private static @Nullable Limit limit(YamlFields fields, String key, Unit unit) {
        Optional<YamlNode.Text> place = fields.textNode(key);
        return place.flatMap(text -> Limit.read(text.value(), unit, (clause, remedy) -> {
                    String message = "The %s (%s) %s.".formatted(key, text.value(), clause);
                    fields.invalid(CODE, text, message, remedy);
                }))
                .orElse(null);
    }

    private static @Nullable Duration interval(YamlFields fields) {
        Optional<YamlNode.Text> place = fields.textNode("smallestInterval");
        if (place.isEmpty()) {
            return null;
        }
        try {
            Duration interval = Duration.parse(place.get().value());
            if (!interval.isNegative()) {
                return interval;
            }
        } catch (DateTimeParseException _) {
            // Said below.
        }
        fields.invalid(
                CODE,
                place.get(),
                "The smallestInterval (%s) is no duration."
                        .formatted(place.get().value()),
                "Maybe PT1H for an hour, or P1D for a day.");
        return null;
    }
}
