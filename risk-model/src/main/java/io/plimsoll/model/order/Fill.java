package io.plimsoll.model.order;

import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Side;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An order that has filled.
///
/// @param instrument what was traded
/// @param quantity in contracts: positive if bought, negative if sold, not 0
/// @param price at which, above 0
public record Fill(String instrument, BigDecimal quantity, BigDecimal price) {

    /// The fill by which an order is judged.
    ///
    /// @param quantity of it, in contracts, above 0
    static Fill of(Snapshot snapshot, ProposedOrder order, BigDecimal quantity) {
        return of(snapshot, order.instrument(), order.side(), quantity, order.limitPrice());
    }

    /// The fill by which an order that rests is judged.
    static Fill of(Snapshot snapshot, Order order) {
        return of(snapshot, order.instrument(), order.side(), order.quantity(), order.limitPrice());
    }

    /// At the limit or the mark, whichever is worse for the account; a market order at the mark.
    ///
    /// A limit through the mark may fill at the limit at once, and what that loses is lost. A limit on the
    /// other side of the mark only fills once the mark has come there, so that it gains nothing at today's.
    /// Source: Binance's open loss, `min(0, direction × (mark − limit))`.
    private static Fill of(
            Snapshot snapshot, String instrument, Side side, BigDecimal quantity, @Nullable BigDecimal limit) {
        BigDecimal mark = snapshot.mark(instrument).price();
        BigDecimal asked = limit == null ? mark : limit;
        return switch (side) {
            case BUY -> new Fill(instrument, quantity, asked.max(mark));
            case SELL -> new Fill(instrument, quantity.negate(), asked.min(mark));
        };
    }
}
