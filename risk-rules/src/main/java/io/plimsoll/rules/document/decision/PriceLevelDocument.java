package io.plimsoll.rules.document.decision;

import org.jspecify.annotations.Nullable;

/// The mark at which something happens, all other marks standing still.
///
/// @param outlook whether there is one
/// @param price the mark, if there is one
public record PriceLevelDocument(Outlook outlook, @Nullable RatioDocument price) {

    /// Whether it happens.
    public enum Outlook {
        /// At one price.
        AT,
        /// At no price above 0.
        NEVER,
        /// At every price.
        ALWAYS
    }
}
