package io.plimsoll.model.margin;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far resting orders can take the position in one instrument: to `held + bids` if all bids fill, to
/// `held − asks` if all asks do. Orders that may only reduce are left out: they can't open anything.
///
/// Source: Drift's and Mango's worst-case fill; Vega's `max(long side, short side)`.
///
/// @param margin what a quantity requires
/// @param held the position, in contracts: negative for short, 0 for none
/// @param bids what rests on the buying side, in contracts, not negative
/// @param asks what rests on the selling side, in contracts, not negative
public record FillRange(PositionMargin margin, BigDecimal held, BigDecimal bids, BigDecimal asks) {

    /// What rests in an instrument.
    ///
    /// @throws IllegalArgumentException if the snapshot has no such instrument, or no mark for it
    public static FillRange of(Snapshot snapshot, String instrument) {
        return of(
                snapshot,
                instrument,
                snapshot.account().positions().stream()
                        .filter(position -> position.instrument().equals(instrument))
                        .findFirst()
                        .orElse(null),
                snapshot.account().orders().stream()
                        .filter(order -> order.instrument().equals(instrument))
                        .toList());
    }

    /// What rests in each instrument in which anything does, by its identifier.
    public static SortedMap<String, FillRange> all(Snapshot snapshot) {
        Map<String, Position> positions = new HashMap<>();
        snapshot.account().positions().forEach(position -> positions.put(position.instrument(), position));
        SortedMap<String, FillRange> ranges = new TreeMap<>();
        snapshot.account().orders().stream()
                .collect(Collectors.groupingBy(Order::instrument))
                .forEach((instrument, orders) ->
                        ranges.put(instrument, of(snapshot, instrument, positions.get(instrument), orders)));
        return ranges;
    }

    private static FillRange of(Snapshot snapshot, String instrument, @Nullable Position position, List<Order> orders) {
        return new FillRange(
                PositionMargin.of(
                        snapshot, snapshot.instrument(instrument), position == null ? null : position.leverage()),
                position == null ? BigDecimal.ZERO : position.quantity(),
                resting(orders, Side.BUY),
                resting(orders, Side.SELL));
    }

    /// The same with one more order that rests.
    ///
    /// @param quantity in contracts, not negative
    public FillRange with(Side side, BigDecimal quantity) {
        return switch (side) {
            case BUY -> new FillRange(margin, held, bids.add(quantity), asks);
            case SELL -> new FillRange(margin, held, bids, asks.add(quantity));
        };
    }

    /// The position once one side has filled and the other has not.
    public BigDecimal filled(Side side) {
        return switch (side) {
            case BUY -> held.add(bids);
            case SELL -> held.subtract(asks);
        };
    }

    /// Initial margin of the position as it is.
    public Ratio now() {
        return margin.initial(held);
    }

    /// Initial margin of the worst that can be held: nothing filled, all bids, or all asks.
    public Ratio worst() {
        return margin.initial(filled(Side.BUY))
                .max(margin.initial(filled(Side.SELL)))
                .max(now());
    }

    private static BigDecimal resting(List<Order> orders, Side side) {
        return orders.stream()
                .filter(order -> order.side() == side && !order.reduceOnly())
                .map(Order::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
