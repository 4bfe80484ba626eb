package io.plimsoll.model.account;

/// Which way a trade goes.
public enum Side {
    /// Adds to what is held, or closes a short position.
    BUY,
    /// Takes from what is held, or closes a long position.
    SELL;

    /// The side of a trade with this sign.
    ///
    /// @param signum positive to buy, negative to sell
    public static Side of(int signum) {
        return signum > 0 ? BUY : SELL;
    }
}
