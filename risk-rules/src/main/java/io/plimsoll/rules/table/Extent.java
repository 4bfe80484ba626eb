package io.plimsoll.rules.table;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.model.rule.Period;

/// What of one key a row is for.
public sealed interface Extent {

    /// One text.
    ///
    /// @param value the text
    record Only(String value) implements Extent {}

    /// Everything.
    record Any() implements Extent {}

    /// A range of numbers.
    ///
    /// @param range which
    record Numbers(NumberRange range) implements Extent {}

    /// A period.
    ///
    /// @param period which
    record Time(Period period) implements Extent {}
}
