package io.plimsoll.rules.table;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads all decision tables of a rule set.
public final class RuleTables {

    private static final String TABLE = ".csv";
    private static final String COLUMNS = ".table.yaml";

    private static final int MAX_DATES = 100;

    private RuleTables() {}

    /// The tables whose column file could be read, by name. Whatever is wrong with them is in the diagnostics.
    public static List<RuleTable> read(RuleSetSource source, Diagnostics diagnostics) {
        List<RuleTable> tables = new ArrayList<>();
        for (String columns : source.paths("tables", COLUMNS)) {
            String table = columns.substring(0, columns.length() - COLUMNS.length()) + TABLE;
            Optional<TableSpec> spec = TableSpecReader.read(source, columns, diagnostics);
            if (!source.contains(table)) {
                unpaired(columns, "The column file has no table (%s).".formatted(table), diagnostics);
            } else if (spec.isPresent()) {
                tables.add(read(source, table, spec.get(), diagnostics));
            }
        }
        for (String table : source.paths("tables", TABLE)) {
            String columns = table.substring(0, table.length() - TABLE.length()) + COLUMNS;
            if (!source.contains(columns)) {
                unpaired(table, "The table has no column file (%s).".formatted(columns), diagnostics);
            }
        }
        refuseTooManyDates(tables, diagnostics);
        return List.copyOf(tables);
    }

    /// Between two neighbouring dates other rows are in force, and each such period has sessions of its own.
    private static void refuseTooManyDates(List<RuleTable> tables, Diagnostics diagnostics) {
        Set<Instant> dates = new HashSet<>();
        for (RuleTable table : tables) {
            for (ThresholdRow row : table.rows()) {
                Stream.of(row.inForce().from(), row.inForce().until())
                        .filter(Objects::nonNull)
                        .forEach(dates::add);
            }
            if (dates.size() > MAX_DATES) {
                diagnostics.error(
                        "table.too-many-dates",
                        table.spec().csv(),
                        0,
                        0,
                        "The tables have more than %d different dates (%d).".formatted(MAX_DATES, dates.size()),
                        "Maybe remove rows that have not been in force for long.");
                return;
            }
        }
    }

    private static RuleTable read(RuleSetSource source, String file, TableSpec spec, Diagnostics diagnostics) {
        List<CsvLine> lines = source.text(file, diagnostics)
                .map(text -> CsvLine.read(file, text, diagnostics))
                .orElse(List.of());
        List<TableRow> rows = new RowReader(file, spec, diagnostics).read(lines);
        return new RuleTable(spec, rows, TableFacts.of(spec, rows, diagnostics));
    }

    private static void unpaired(String file, String message, Diagnostics diagnostics) {
        diagnostics.error("table.unpaired", file, 0, 0, message, "Maybe one of the two was renamed.");
    }
}
