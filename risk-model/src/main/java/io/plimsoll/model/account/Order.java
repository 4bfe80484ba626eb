package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;

/// An order that rests in a market and may fill at any time.
///
/// @param id identifier
/// @param instrument what is to be traded
/// @param side which way
/// @param quantity what is left to fill, in contracts, above 0
/// @param limitPrice at which it fills or better, above 0
/// @param reduceOnly whether it can do nothing but close: it then needs no margin
public record Order(
        String id, String instrument, Side side, BigDecimal quantity, BigDecimal limitPrice, boolean reduceOnly) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public Order {
        id = Facts.identifier("id", id);
        instrument = Facts.identifier("instrument", instrument);
        quantity = Facts.positive("quantity", quantity);
        limitPrice = Facts.positive("limitPrice", limitPrice);
    }
}
