package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.exposure.RangedMargin.Quantity;
import io.plimsoll.model.exposure.Tally.Part;
import io.plimsoll.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the open orders in one instrument require beyond its position, in ranges: the worst side.
final class RangedOrders implements RangedHolding {

    private final RangedMargin margin;
    private final Quantity held;
    private final Quantity bought;
    private final Quantity sold;

    /// @param position what is held of the instrument; null for nothing
    /// @param orders in the instrument
    RangedOrders(Instrument instrument, @Nullable Position position, List<Order> orders) {
        margin = new RangedMargin(instrument, position == null ? null : position.leverage());
        BigDecimal now = position == null ? BigDecimal.ZERO : position.quantity();
        held = Quantity.of(now, instrument);
        bought = Quantity.of(now.add(open(orders, Side.BUY)), instrument);
        sold = Quantity.of(now.subtract(open(orders, Side.SELL)), instrument);
    }

    private static BigDecimal open(List<Order> orders, Side side) {
        return orders.stream()
                .filter(order -> order.side() == side && !order.reduceOnly())
                .map(Order::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void addTo(Tally tally, Range price, @Nullable Range underlying) {
        if (!tally.wants(Part.INITIAL)) {
            return;
        }
        Range now = margin.initial(held, price, underlying);
        Range worst = margin.initial(bought, price, underlying).max(margin.initial(sold, price, underlying));
        tally.add(Part.INITIAL, worst.max(now).minus(now));
    }

    @Override
    public Range value(Range price) {
        return Range.ZERO;
    }
}
