package io.plimsoll.rules.document.decision;

/// How often a rule fired.
///
/// @param rule name of the rule
/// @param file path within the rule set
/// @param line counted from 1
/// @param fired 0 if it did not
public record FiringDocument(String rule, String file, int line, int fired) {}
