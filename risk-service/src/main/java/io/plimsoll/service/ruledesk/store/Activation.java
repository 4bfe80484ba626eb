package io.plimsoll.service.ruledesk.store;

import io.plimsoll.service.ruledesk.workflow.ActivationKind;
import java.time.Instant;
import java.util.Optional;

/// A version that went live.
///
/// @param ruleSet name of the rule set
/// @param sequence its place in the line, from 1
/// @param digest of the version
/// @param kind how it went live
/// @param change the change that it came from, if it came from one
/// @param by the person; empty if the service did it by itself
/// @param at when
/// @param reason why, if somebody said so
public record Activation(
        String ruleSet,
        long sequence,
        String digest,
        ActivationKind kind,
        Optional<String> change,
        Optional<String> by,
        Instant at,
        Optional<String> reason) {}
