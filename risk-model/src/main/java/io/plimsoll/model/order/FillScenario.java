package io.plimsoll.model.order;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.margin.FillRange;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        TreeSet<String> instruments = new TreeSet<>();
        instruments.add(order.instrument());
        snapshot.account().orders().forEach(resting -> instruments.add(resting.instrument()));
        List<Fill> fills = new ArrayList<>();
        List<Order> left = new ArrayList<>(snapshot.account().orders());
        for (String instrument : instruments) {
            boolean isOrders = instrument.equals(order.instrument());
            FillRange sides = isOrders ? range : FillRange.of(snapshot, instrument);
            fill(instrument, worstSide(sides), fills, left);
        }
        return after(fills, left);
    }

    /// The account once the side of the order's instrument has filled that needs the least initial margin, or
    /// nothing has. What rests in other instruments rests on.
    Snapshot best() {
        Ratio least = range.now();
        @Nullable Side best = null;
        for (Side side : Side.values()) {
            Ratio margin = margin(range, side);
            if (margin.compareTo(least) < 0) {
                least = margin;
                best = side;
            }
        }
        List<Fill> fills = new ArrayList<>();
        List<Order> left = new ArrayList<>(snapshot.account().orders());
        fill(order.instrument(), best, fills, left);
        return after(fills, left);
    }

    /// Of sides that need equally much the order's own one: what is bought outright needs none, and costs.
    private @Nullable Side worstSide(FillRange sides) {
        Ratio most = sides.worst();
        return Stream.of(order.side(), Side.BUY, Side.SELL)
                .filter(side -> margin(sides, side).compareTo(most) == 0)
                .findFirst()
                .orElse(null);
    }

    private void fill(String instrument, @Nullable Side side, List<Fill> fills, List<Order> left) {
        if (side == null) {
            return;
        }
        if (instrument.equals(order.instrument()) && side == order.side() && !order.reduceOnly()) {
            fills.add(Fill.of(snapshot, order, order.quantity()));
        }
        List<Order> filled = left.stream()
                .filter(resting ->
                        resting.instrument().equals(instrument) && resting.side() == side && !resting.reduceOnly())
                .toList();
        filled.forEach(resting -> fills.add(Fill.of(snapshot, resting)));
        left.removeAll(filled);
    }

    private Snapshot after(List<Fill> fills, List<Order> left) {
        Snapshot after = AccountFills.apply(snapshot, fills);
        return after.with(after.account().withOrders(left));
    }

    private static Ratio margin(FillRange range, Side side) {
        return range.margin().initial(range.filled(side));
    }
}
