package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/// An example: a snapshot, and what a decision about it must say.
///
/// @param name unique within the rule set
/// @param file path within the rule set
/// @param line where it begins, counted from 1
/// @param given the snapshot, in its written form
/// @param expect the parts of the decision that matter, in its written form
public record Scenario(String name, String file, int line, JsonNode given, JsonNode expect) {}
