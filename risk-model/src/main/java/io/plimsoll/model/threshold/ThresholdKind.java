package io.plimsoll.model.threshold;

/// What crossing a threshold means.
public enum ThresholdKind {
    /// The client must add collateral or reduce risk.
    MARGIN_CALL,
    /// Positions are closed for the client.
    LIQUIDATION,
    /// The allocation has drifted from its target.
    REBALANCING
}
