package io.plimsoll.rules.table;

import java.util.List;
import java.util.Optional;

/// What the column file of a table, `tables/X.table.yaml`, says.
///
/// @param table the table's name, as in its file names
/// @param file path of the column file
/// @param description for people
/// @param hitPolicy what holds where several rows are for the same facts
/// @param complete whether there must be a row for everything
/// @param columns in the order of the column file
/// @param keys by which rows are told apart: texts, then ranges of numbers, then the time
/// @param ascending lists of numeric columns whose numbers rise strictly from left to right in every row
public record TableSpec(
        String table,
        String file,
        String description,
        HitPolicy hitPolicy,
        boolean complete,
        List<ColumnSpec> columns,
        List<TableKey> keys,
        List<List<String>> ascending) {

    public TableSpec {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        ascending = List.copyOf(ascending);
    }

    /// The path of the table.
    public String csv() {
        return file.substring(0, file.length() - ".table.yaml".length()) + ".csv";
    }

    /// The column of this name, if there is one.
    public Optional<ColumnSpec> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// The columns with a role, in the order of the column file.
    public List<ColumnSpec> columns(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }
}
