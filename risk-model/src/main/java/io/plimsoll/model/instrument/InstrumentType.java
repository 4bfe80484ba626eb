package io.plimsoll.model.instrument;

/// How an instrument pays.
public enum InstrumentType {
    /// Never expires; profit and loss are linear in the mark and paid in the settlement currency.
    LINEAR_PERPETUAL,
    /// Expires; profit and loss are linear in the mark and paid in the settlement currency.
    LINEAR_FUTURE
}
