package io.plimsoll.model.action;

/// How far a rebalance goes.
public enum Destination {
    /// Only what has drifted too far, and only to the clear level of its threshold.
    EDGE,
    /// Every holding that has a target, all the way.
    TARGET
}
