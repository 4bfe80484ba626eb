package io.plimsoll.model.market;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;
import java.time.Instant;

/// The price at which something is valued.
///
/// @param id the instrument or collateral asset
/// @param price above 0, in the settlement currency of the instrument or the currency of the account
/// @param time when the price was made
/// @param source who made it
public record Mark(String id, BigDecimal price, Instant time, String source) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public Mark {
        id = Facts.identifier("id", id);
        price = Facts.positive("price", price);
        time = Facts.instant("time", time);
        source = Facts.identifier("source", source);
    }
}
