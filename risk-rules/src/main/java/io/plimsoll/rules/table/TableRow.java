package io.plimsoll.rules.table;

import io.plimsoll.model.rule.ThresholdRow;
import java.util.Map;

/// A row as it stands in a table.
///
/// @param written the row with all its cells, as decisions show it
/// @param extents what the row is for, by key; a key that is not there is one that the row does not ask for
/// @param says the cells of the threshold columns by column: a `BigDecimal`, or a text
public record TableRow(ThresholdRow written, Map<String, Extent> extents, Map<String, Object> says) {

    /// Keeps the maps as they are given.
    public TableRow {
        extents = Map.copyOf(extents);
        says = Map.copyOf(says);
    }

    /// What of a key the row is for.
    public Extent extent(TableKey key) {
        return extents.getOrDefault(key.name(), new Extent.Any());
    }

    /// The line of the row, counted from 1.
    public int line() {
        return written.getPlace().line();
    }
}
