package io.plimsoll.model.decision;

import io.plimsoll.model.rule.SourcePlace;

/// How often a rule fired in an evaluation.
///
/// @param rule name of the rule
/// @param place file and line of the rule
/// @param times 0 if it did not fire
public record RuleFiring(String rule, SourcePlace place, int times) {}
