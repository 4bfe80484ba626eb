package io.plimsoll.model.margin;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.List;
import java.util.TreeSet;

/// What resting orders require: of each instrument the initial margin of the worst side, less that of the
/// position.
///
/// An order that can only close part of the position therefore needs nothing, and bids and asks do not add up.
/// Valued at the mark. See [FillRange].
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
            FillRange range = FillRange.of(snapshot, instrument);
            sum.add(range.worst().minus(range.now()));
        }
        return sum.total();
    }
}
