package io.plimsoll.model.margin;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What resting orders require: of each instrument the initial margin of the worst side, less that of the
/// position.
///
/// The worst side is the larger of `position + bids` if all bids fill, and of `position − asks` if all asks
/// do. An order that can only close part of the position therefore needs nothing, and bids and asks do not
/// add up. Orders that may only reduce are left out. Valued at the mark. Source: Drift's and Mango's
/// worst-case fill; Vega's `max(long side, short side)`.
final class OrderMargin {

    private OrderMargin() {}

    /// All orders of the account, exact; never negative.
    static Ratio of(Snapshot snapshot) {
        List<Order> orders = snapshot.account().orders();
        if (orders.isEmpty()) {
            return Ratio.ZERO;
        }
        Sum sum = new Sum();
        TreeSet<String> instruments = new TreeSet<>();
        orders.forEach(order -> instruments.add(order.instrument()));
        for (String instrument : instruments) {
            sum.add(of(snapshot, instrument, orders));
        }
        return sum.total();
    }

    private static Ratio of(Snapshot snapshot, String instrument, List<Order> orders) {
        Optional<Position> held = snapshot.account().positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .findFirst();
        @Nullable BigDecimal leverage = held.map(Position::leverage).orElse(null);
        BigDecimal quantity = held.map(Position::quantity).orElse(BigDecimal.ZERO);
        PositionMargin margin = PositionMargin.of(snapshot, snapshot.instrument(instrument), leverage);
        Ratio now = margin.initial(quantity);
        Ratio bought = margin.initial(quantity.add(open(orders, instrument, Side.BUY)));
        Ratio sold = margin.initial(quantity.subtract(open(orders, instrument, Side.SELL)));
        return bought.max(sold).max(now).minus(now);
    }

    private static BigDecimal open(List<Order> orders, String instrument, Side side) {
        return orders.stream()
                .filter(order -> order.instrument().equals(instrument) && order.side() == side && !order.reduceOnly())
                .map(Order::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
