package io.plimsoll.rules.lint;

/// A rule that the linter accepted.
///
/// @param name unique within its phase
/// @param file path within the rule set
/// @param line where the rule begins, counted from 1
/// @param phase the phase it runs in
public record RuleOutline(String name, String file, int line, Phase phase) {}
