package io.plimsoll.rules.table;

/// What a column is for.
public enum ColumnRole {
    /// Says whom a row is for: one of the key's texts, or `*` for each of them.
    KEY,
    /// The lower bound of a key that is a range of numbers; it is in the range. Empty: none.
    FROM,
    /// The upper bound of a key that is a range of numbers; it is not in the range. Empty: none.
    TO,
    /// The first moment at which a row is in force. Empty: since ever.
    EFFECTIVE_FROM,
    /// The first moment at which a row is in force no more. Empty: for ever.
    EFFECTIVE_UNTIL,
    /// What rules set thresholds from.
    THRESHOLD,
    /// For people; any text.
    INFO;

    /// Whether a cell of the column bounds what its row is for, and may be empty.
    public boolean isBound() {
        return switch (this) {
            case FROM, TO, EFFECTIVE_FROM, EFFECTIVE_UNTIL -> true;
            case KEY, THRESHOLD, INFO -> false;
        };
    }
}
