package io.plimsoll.rules.document.decision;

import java.util.List;

/// Which rule did something, and the table rows that it joined.
///
/// @param rule name of the rule
/// @param file path within the rule set
/// @param line counted from 1
/// @param rows in the order of their identifiers
public record ProvenanceDocument(String rule, String file, int line, List<RowDocument> rows) {}
