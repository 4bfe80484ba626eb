package io.plimsoll.model.order;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.margin.FillRange;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/// One way in which the orders of an account can fill: of each instrument all bids, all asks or nothing. Orders
/// that may only reduce do not fill here: what they do is no worse than that they don't, and never better than
/// what is counted as the best.
final class FillScenario {

    private final Snapshot snapshot;
    private final ProposedOrder order;
    private final FillRange range;

    /// @param snapshot the account before
    /// @param order the one that is proposed, which rests or fills like the others
    /// @param range of the order's instrument, with the order
    FillScenario(Snapshot snapshot, ProposedOrder order, FillRange range) {
        this.snapshot = snapshot;
        this.order = order;
        this.range = range;
    }

    /// The account once every instrument's worst side has filled: the one that needs the most initial margin.
    Snapshot worst() {
        SortedMap<String, FillRange> ranges = FillRange.all(snapshot);
        ranges.put(order.instrument(), range);
        Map<String, Side> sides = new HashMap<>();
        ranges.forEach((instrument, each) -> worstSide(each).ifPresent(side -> sides.put(instrument, side)));
        return after(sides);
    }

    /// The account once the side of the order's instrument has filled that needs the least initial margin, or
    /// nothing has. What rests in other instruments rests on.
    Snapshot best() {
        Ratio least = range.now();
        Map<String, Side> sides = new HashMap<>();
        for (Side side : Side.values()) {
            Ratio margin = margin(range, side);
            if (margin.compareTo(least) < 0) {
                least = margin;
                sides.put(order.instrument(), side);
            }
        }
        return after(sides);
    }

    /// Of sides that need equally much the order's own one: what is bought outright needs none, and costs.
    private Optional<Side> worstSide(FillRange sides) {
        Ratio most = sides.worst();
        return Stream.of(order.side(), Side.BUY, Side.SELL)
                .filter(side -> margin(sides, side).compareTo(most) == 0)
                .findFirst();
    }

    /// The account once one side of each instrument that is named has filled.
    private Snapshot after(Map<String, Side> sides) {
        List<Fill> fills = new ArrayList<>();
        List<Order> left = new ArrayList<>();
        if (!order.reduceOnly() && sides.get(order.instrument()) == order.side()) {
            fills.add(Fill.of(snapshot, order, order.quantity()));
        }
        for (Order resting : snapshot.account().orders()) {
            if (!resting.reduceOnly() && sides.get(resting.instrument()) == resting.side()) {
                fills.add(Fill.of(snapshot, resting));
            } else {
                left.add(resting);
            }
        }
        Snapshot after = AccountFills.apply(snapshot, fills);
        return after.with(after.account().withOrders(left));
    }

    private static Ratio margin(FillRange range, Side side) {
        return range.margin().initial(range.filled(side));
    }
}
