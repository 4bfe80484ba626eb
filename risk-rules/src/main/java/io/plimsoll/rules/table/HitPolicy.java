package io.plimsoll.rules.table;

/// What holds where several rows of a table are for the same facts.
public enum HitPolicy {
    /// It must not be: overlapping rows are an error.
    UNIQUE,
    /// The row that stands highest. Rules see no other.
    FIRST,
    /// Rules see every row; of the thresholds that they set, the most conservative holds.
    STRICTEST
}
