package io.plimsoll.model.rule;

import java.util.List;

/// Which rule did something, and the table rows that it joined.
///
/// @param rule name of the rule
/// @param place file and line of the rule
/// @param rows the rows that it joined, in the order of their identifiers
public record Provenance(String rule, SourcePlace place, List<ThresholdRow> rows) {

    /// Keeps the rows as they are given.
    public Provenance {
        rows = List.copyOf(rows);
    }
}
