package io.plimsoll.model.order;

/// When an account is looked at.
public enum Moment {
    /// As it is.
    BEFORE,
    /// Once the order has filled, and nothing else has.
    FILLED,
    /// Once the order and whatever else rests on the worst side of each instrument have filled.
    WORST
}
