package io.plimsoll.model.order;

/// What is said to an order.
public enum Verdict {
    /// It may go as it is.
    ACCEPT,
    /// Only the part of it that reduces the position may go, marked as reduce-only.
    REDUCE_ONLY,
    /// It may not go.
    REJECT
}
