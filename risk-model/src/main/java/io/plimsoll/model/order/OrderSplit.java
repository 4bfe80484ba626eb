package io.plimsoll.model.order;

import io.plimsoll.model.account.Side;
import java.math.BigDecimal;

/// An order in two parts: the one that reduces the position, and the one that opens beyond it.
///
/// @param reducing contracts, 0 to the size of the position
/// @param opening contracts, not negative
public record OrderSplit(BigDecimal reducing, BigDecimal opening) {

    /// The parts of an order.
    ///
    /// @param held the position, in contracts: negative for short, 0 for none
    public static OrderSplit of(BigDecimal held, ProposedOrder order) {
        boolean isOpposite = held.signum() == (order.side() == Side.BUY ? -1 : 1);
        BigDecimal reducing = isOpposite ? held.abs().min(order.quantity()) : BigDecimal.ZERO;
        return new OrderSplit(reducing, order.quantity().subtract(reducing));
    }

    /// Whether the order opens nothing.
    public boolean isReducing() {
        return opening.signum() == 0;
    }
}
