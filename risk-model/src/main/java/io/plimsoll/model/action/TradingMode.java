package io.plimsoll.model.action;

/// What a client may still do.
public enum TradingMode {
    /// Close positions, and open none.
    REDUCE_ONLY
}
