package io.plimsoll.rules.table;

/// What a column is for.
public enum ColumnRole {
    /// Says whom a row is for; the keys of a row are unique within its table.
    KEY,
    /// What rules set thresholds from.
    THRESHOLD,
    /// For people; any text.
    INFO
}
