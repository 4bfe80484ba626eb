package io.plimsoll.model.reference;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Side;
import java.util.List;

/// What the orders in one instrument require, stated a second time: of the two ways in which they can fill,
/// the worse.
///
/// @param requirement of the instrument
/// @param mark its price
/// @param held signed quantity
/// @param orders those in the instrument
record PlainOrders(PlainRequirement requirement, Fraction mark, Fraction held, List<Order> orders) {

    Fraction margin() {
        Fraction now = required(held);
        Fraction allBought = required(held.plus(open(Side.BUY))).minus(now);
        Fraction allSold = required(held.minus(open(Side.SELL))).minus(now);
        return Fraction.ZERO.max(allBought).max(allSold);
    }

    private Fraction required(Fraction quantity) {
        return requirement.initial(quantity, requirement.x(mark));
    }

    private Fraction open(Side side) {
        Fraction sum = Fraction.ZERO;
        for (Order order : orders) {
            if (order.side() == side && !order.reduceOnly()) {
                sum = sum.plus(Fraction.of(order.quantity()));
            }
        }
        return sum;
    }
}
