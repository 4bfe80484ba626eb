package io.plimsoll.rules.table;

import io.plimsoll.model.rule.ThresholdRow;
import java.util.List;

/// A decision table that was read.
///
/// @param spec what its columns mean
/// @param rows in the order of the file; without those that had errors
public record RuleTable(TableSpec spec, List<ThresholdRow> rows) {

    public RuleTable {
        rows = List.copyOf(rows);
    }
}
