package io.plimsoll.model.instrument;

/// How an instrument pays.
public enum InstrumentType {
    /// Never expires; profit and loss are linear in the mark and paid in the settlement currency.
    LINEAR_PERPETUAL,
    /// Expires; profit and loss are linear in the mark and paid in the settlement currency.
    LINEAR_FUTURE,
    /// Never expires; a contract is worth a fixed amount of the quote currency and settles in the base
    /// currency, so that profit and loss are linear in the reciprocal of the mark.
    INVERSE_PERPETUAL,
    /// The same, with an expiry.
    INVERSE_FUTURE,
    /// Bought outright: the position is worth its market value, because the balances have paid for it.
    SPOT,
    /// The right to buy or sell an underlying. Paid for when bought, so that it is worth its market value.
    OPTION;

    /// Whether value is linear in the reciprocal of the mark.
    public boolean isInverse() {
        return this == INVERSE_PERPETUAL || this == INVERSE_FUTURE;
    }

    /// Whether the balances have paid for a position, so that all of its value counts and not only what it has
    /// gained.
    public boolean isPaidFor() {
        return this == SPOT || this == OPTION;
    }
}
