package io.plimsoll.service.ruledesk.workflow;

import java.time.Instant;

/// One person's word that a change is right.
///
/// @param by who gave it
/// @param binding for what
/// @param at when
public record Approval(PersonId by, Binding binding, Instant at) {}
