package io.plimsoll.service.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// The prices of one hour.
///
/// @param time when it began
/// @param open first price
/// @param high highest price
/// @param low lowest price
/// @param close last price
record Candle(Instant time, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {

    /// @throws IllegalArgumentException if the high is not the highest, the low not the lowest, or a price is not
    ///     above 0
    Candle {
        boolean inside =
                low.signum() > 0 && low.compareTo(open.min(close)) <= 0 && high.compareTo(open.max(close)) >= 0;
        if (!inside) {
            throw new IllegalArgumentException(
                    "The open (%s) and close (%s) must lie between low (%s) and high (%s), and all above 0."
                            .formatted(open, close, low, high));
        }
    }

    /// The way that the price is taken to have gone: first against the hour's direction, then with it. A candle does
    /// not tell; this is the usual convention.
    List<BigDecimal> path() {
        return close.compareTo(open) >= 0 ? List.of(open, low, high, close) : List.of(open, high, low, close);
    }
}
