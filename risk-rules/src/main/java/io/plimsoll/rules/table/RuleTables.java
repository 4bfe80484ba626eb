package io.plimsoll.rules.table;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads all decision tables of a rule set.
public final class RuleTables {

    private static final String TABLE = ".csv";
    private static final String COLUMNS = ".table.yaml";

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
        return List.copyOf(tables);
    }

    private static RuleTable read(RuleSetSource source, String file, TableSpec spec, Diagnostics diagnostics) {
        List<CsvLine> lines = source.text(file, diagnostics)
                .map(text -> CsvLine.read(file, text, diagnostics))
                .orElse(List.of());
        return new RuleTable(spec, new RowReader(file, spec, diagnostics).read(lines));
    }

    private static void unpaired(String file, String message, Diagnostics diagnostics) {
        diagnostics.error("table.unpaired", file, 0, 0, message, "Maybe one of the two was renamed.");
    }
}
