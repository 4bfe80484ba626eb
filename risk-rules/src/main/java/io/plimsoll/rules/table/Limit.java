package io.plimsoll.rules.table;

import java.math.BigDecimal;

/// A bound of a column.
///
/// @param value as rules read it
/// @param written as the column file has it
public record Limit(BigDecimal value, String written) {}
