package io.plimsoll.model.threshold;

/// What a threshold watches.
public enum ScopeType {
    /// An account as a whole.
    ACCOUNT,
    /// One position of an account.
    POSITION,
    /// One holding of an account that has an allocation target.
    ALLOCATION
}
