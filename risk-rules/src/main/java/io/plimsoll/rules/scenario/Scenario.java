package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// An example: a snapshot, and what a decision about it must say.
///
/// @param name unique within the rule set
/// @param file path within the rule set
/// @param line where it begins, counted from 1
/// @param given the snapshot, in its written form
/// @param at where the account of the snapshot is put before it is decided about; null if it stays where it is
/// @param expect the parts of the decision that matter, in its written form
public record Scenario(
        String name,
        String file,
        int line,
        JsonNode given,
        @Nullable Standing at,
        JsonNode expect) {}
