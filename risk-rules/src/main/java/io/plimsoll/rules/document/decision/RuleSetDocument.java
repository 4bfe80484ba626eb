package io.plimsoll.rules.document.decision;

/// One version of a rule set.
///
/// @param name name of the rule set
/// @param version content digest
public record RuleSetDocument(String name, String version) {}
