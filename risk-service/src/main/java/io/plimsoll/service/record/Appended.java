package io.plimsoll.service.record;

import java.util.Optional;

/// What became of a decision that was to be recorded.
public sealed interface Appended {

    /// It is kept; now, or since the same was asked before.
    ///
    /// @param id of the decision
    /// @param sequence of its entry
    record Kept(String id, long sequence) implements Appended {}

    /// The key was used for the same request before, and that one's answer stands.
    ///
    /// @param id of the decision made then
    /// @param ruleSet content digest of the version that made it
    /// @param answer as it was sent
    record Repeated(String id, String ruleSet, Text answer) implements Appended {}

    /// The key was used for another request before.
    record Misused() implements Appended {}

    /// One decision to be recorded.
    ///
    /// @param entry the decision
    /// @param claim the key that came with the request, if one did
    /// @param answer as it will be sent, if that is not the recorded decision itself
    record Request(DecisionEntry entry, Optional<IdempotencyClaim> claim, Optional<Text> answer) {}
}
