package io.plimsoll.model.margin;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Optional;
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
        Optional<Position> position = snapshot.account().positions().stream()
                .filter(candidate -> candidate.instrument().equals(instrument))
                .findFirst();
        @Nullable BigDecimal leverage = position.map(Position::leverage).orElse(null);
        return new FillRange(
                PositionMargin.of(snapshot, snapshot.instrument(instrument), leverage),
                position.map(Position::quantity).orElse(BigDecimal.ZERO),
                resting(snapshot, instrument, Side.BUY),
                resting(snapshot, instrument, Side.SELL));
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

    private static BigDecimal resting(Snapshot snapshot, String instrument, Side side) {
        return snapshot.account().orders().stream()
                .filter(order -> order.instrument().equals(instrument) && order.side() == side && !order.reduceOnly())
                .map(Order::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
