package io.plimsoll.rules.document.decision;

import io.plimsoll.model.threshold.ScopeType;

/// What is watched or acted on.
///
/// @param type account, position or allocation
/// @param id of the account, instrument or asset
public record ScopeDocument(ScopeType type, String id) {}
