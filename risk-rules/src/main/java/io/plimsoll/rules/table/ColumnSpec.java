package io.plimsoll.rules.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column of a table, as its column file describes it.
///
/// @param name as in the table's header
/// @param role what it is for
/// @param unit how its cells are written
/// @param min the lowest number, if there is one
/// @param max the highest number, if there is one
/// @param values the allowed texts; empty if all are
/// @param key the name of the key that the column bounds; its own name for every other column
/// @param stricter which of its numbers act earlier; null if the column file does not say
/// @param description for people
public record ColumnSpec(
        String name,
        ColumnRole role,
        Unit unit,
        @Nullable Limit min,
        @Nullable Limit max,
        List<String> values,
        String key,
        @Nullable Stricter stricter,
        String description) {

    public ColumnSpec {
        values = List.copyOf(values);
    }

    /// Whether its cells are numbers.
    public boolean isNumeric() {
        return unit.isNumeric();
    }

    /// Whether rules can read its cells, as numbers or as texts.
    public boolean isReadable() {
        return !role.isBound();
    }
}
