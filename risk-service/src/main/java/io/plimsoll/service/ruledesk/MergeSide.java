package io.plimsoll.service.ruledesk;

/// Whose file is taken where both a change and what went live since have changed it.
public enum MergeSide {
    /// The change's own.
    MINE,
    /// That of what is live now.
    LIVE
}
