package io.plimsoll.rules.table;

import io.plimsoll.model.rule.ThresholdRow;
import java.util.List;

/// A decision table that was read.
///
/// @param spec what its columns mean
/// @param written the rows in the order of the file; without those that had errors
/// @param rows the facts that rules see: one for each text that a `*` covers, and under [HitPolicy#FIRST] only the
///     parts of a row that no higher one covers
public record RuleTable(TableSpec spec, List<TableRow> written, List<ThresholdRow> rows) {

    public RuleTable {
        written = List.copyOf(written);
        rows = List.copyOf(rows);
    }
}
