package io.plimsoll.rules.document.decision;

import java.util.Map;

/// A row of a decision table.
///
/// @param id the table and the row's keys
/// @param file path within the rule set
/// @param line counted from 1
/// @param values the cells by column, as written
public record RowDocument(String id, String file, int line, Map<String, String> values) {}
