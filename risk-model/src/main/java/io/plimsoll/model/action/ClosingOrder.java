package io.plimsoll.model.action;

import io.plimsoll.model.margin.PriceLevel;
import java.math.BigDecimal;

/// An order that closes a position or a part of it.
///
/// @param trade what is traded at the mark
/// @param fee the taker fee at the mark, in the account's currency; with 18 decimals where it does not end
/// @param bankruptcyPrice the mark of the instrument at which the equity behind the position is gone, before
///     the order: filled at a better price, something is left; filled at a worse one, somebody else pays
public record ClosingOrder(Trade trade, BigDecimal fee, PriceLevel bankruptcyPrice) {}
