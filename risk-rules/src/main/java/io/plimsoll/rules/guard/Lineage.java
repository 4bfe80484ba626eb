package io.plimsoll.rules.guard;

import io.plimsoll.rules.table.TableRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a version remembers of the versions before it. Kept in memory: after a start it is empty.
///
/// @param moves when the number of a row in a column last changed
/// @param removed by table, the rows that were taken out and whose place is empty still: whoever puts one back is
///     measured against it
public record Lineage(Map<Cell, Instant> moves, Map<String, List<TableRow>> removed) {

    /// Of a version that has none before it.
    public static final Lineage NONE = new Lineage(Map.of(), Map.of());

    /// Keeps the maps as they are given.
    public Lineage {
        moves = Map.copyOf(moves);
        removed = Map.copyOf(removed);
    }

    /// One number of a table.
    ///
    /// @param row identifier of the row, which names its table
    /// @param column name of the column
    public record Cell(String row, String column) {}
}
