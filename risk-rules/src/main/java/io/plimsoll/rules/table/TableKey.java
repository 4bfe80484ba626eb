package io.plimsoll.rules.table;

import io.plimsoll.model.rule.NumberRange;
import java.util.List;

/// One of the things by which a table tells whom a row is for.
///
/// @param name of the key
/// @param kind what its values are
/// @param values all texts that there are; empty if the column file does not list them, or the key is no text. If the
///     key has an order of risk, the safest comes first
/// @param domain the numbers that there are, for a range of numbers; unbounded for other kinds
/// @param risk how the risk changes along the values or numbers
public record TableKey(String name, Kind kind, List<String> values, NumberRange domain, Risk risk) {

    /// The name of the key that is the time at which a row is in force.
    public static final String TIME = "time";

    /// Numbers without bounds.
    public static final NumberRange UNBOUNDED = new NumberRange(null, null);

    /// Keeps the values as they are given.
    public TableKey {
        values = List.copyOf(values);
    }

    /// What the values of a key are.
    public enum Kind {
        /// A text, joined by equality.
        TEXT,
        /// A range of numbers, joined by `covers`.
        NUMBER,
        /// A period. The engine looks at it; rules can't.
        TIME
    }

    /// How the risk changes along a key, from the first value or the lowest number on.
    public enum Risk {
        RISES,
        FALLS,
        /// It can't be said.
        UNKNOWN
    }

    /// Whether all values are known, so that it can be proven that some row is for each of them.
    public boolean isClosed() {
        return kind != Kind.TEXT || !values.isEmpty();
    }

    /// The same key with all numbers, those too that are not expected.
    public TableKey unbounded() {
        return new TableKey(name, kind, values, UNBOUNDED, risk);
    }
}
