package io.plimsoll.rules.document.decision;

import io.plimsoll.model.account.Side;
import java.math.BigDecimal;

/// An order that closes a position or a part of it.
///
/// @param instrument of which
/// @param side which way
/// @param quantity in contracts, above 0
/// @param mark the price it was sized at
/// @param notional its magnitude at the mark, in the account's currency
/// @param fee the taker fee at the mark, in the account's currency
/// @param bankruptcyPrice the mark at which the equity behind the position is gone, before the order
public record ClosingOrderDocument(
        String instrument,
        Side side,
        BigDecimal quantity,
        BigDecimal mark,
        BigDecimal notional,
        BigDecimal fee,
        PriceLevelDocument bankruptcyPrice) {}
