package io.plimsoll.rules.document.order;

/// Why an order may not go as it is, in a word.
public enum OrderReasonCode {
    /// The quantity is no multiple of the lot.
    BROKEN_LOT,
    /// It may only reduce, and there is nothing to reduce.
    NOTHING_TO_REDUCE,
    /// It may only reduce, and is larger than the position.
    BEYOND_POSITION,
    /// A threshold that restricts trading is crossed already.
    RESTRICTED,
    /// A threshold that restricts trading would be crossed.
    WOULD_CROSS,
    /// There is too little free collateral.
    MARGIN
}
