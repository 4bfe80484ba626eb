package io.plimsoll.rules.table;

import java.util.List;
import java.util.Optional;

/// What the column file of a table, `tables/X.table.yaml`, says.
///
/// @param table the table's name, as in its file names
/// @param file path of the column file
/// @param description for people
/// @param columns in the order of the column file
/// @param ascending lists of numeric columns whose numbers rise strictly from left to right in every row
public record TableSpec(
        String table, String file, String description, List<ColumnSpec> columns, List<List<String>> ascending) {

    public TableSpec {
        columns = List.copyOf(columns);
        ascending = List.copyOf(ascending);
    }

    /// The column of this name, if there is one.
    public Optional<ColumnSpec> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// The key columns, in the order of the column file.
    public List<ColumnSpec> keys() {
        return columns.stream()
                .filter(column -> column.role() == ColumnRole.KEY)
                .toList();
    }
}
