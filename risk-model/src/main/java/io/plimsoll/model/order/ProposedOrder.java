package io.plimsoll.model.order;

import io.plimsoll.model.account.Side;
import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An order that somebody wants to send, and has not sent yet.
///
/// @param instrument what is to be traded
/// @param side which way
/// @param quantity in contracts, above 0
/// @param limitPrice at which it fills or better, above 0; null for a market order
/// @param reduceOnly whether it may do nothing but close: what is beyond the position is cut off
public record ProposedOrder(
        String instrument,
        Side side,
        BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        boolean reduceOnly) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public ProposedOrder {
        instrument = Facts.identifier("instrument", instrument);
        quantity = Facts.positive("quantity", quantity);
        limitPrice = limitPrice == null ? null : Facts.positive("limitPrice", limitPrice);
    }

    /// The same order for another quantity.
    public ProposedOrder withQuantity(BigDecimal other) {
        return new ProposedOrder(instrument, side, other, limitPrice, reduceOnly);
    }
}
