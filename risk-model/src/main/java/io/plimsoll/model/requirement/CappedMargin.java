package io.plimsoll.model.requirement;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Margin where the price can't leave 0 to a cap (binary options, prediction markets), and all that could be
/// lost is set aside: no such position is ever liquidated.
///
/// Source: Vega protocol, `0019-MCAL` margin calculator, fully collateralised capped futures.
///
/// @param cap the highest price
public record CappedMargin(BigDecimal cap) {

    /// A working order.
    ///
    /// @param size unsigned
    /// @param price its limit
    public record Order(BigDecimal size, BigDecimal price) {

        /// @throws InvalidFactException if the size or the price is negative
        public Order {
            size = Amounts.notNegative("size", size);
            price = Amounts.notNegative("price", price);
        }
    }

    /// @throws InvalidFactException if the cap is not positive
    public CappedMargin {
        cap = Amounts.positive("cap", cap);
    }

    /// What the position can lose: `q·entry` for a long, `|q|·(cap − entry)` for a short.
    ///
    /// @param quantity positive for long, negative for short
    /// @param entry its average price
    public BigDecimal position(BigDecimal quantity, BigDecimal entry) {
        return quantity.abs().multiply(quantity.signum() > 0 ? entry : below(entry));
    }

    /// What the orders add: of both sides, the one that could lose more. On each side the orders that fill
    /// first close the position against them, and add nothing as far as they do.
    ///
    /// @param quantity positive for long, negative for short
    public BigDecimal orders(BigDecimal quantity, List<Order> buys, List<Order> sells) {
        BigDecimal buy =
                side(buys, Comparator.comparing(Order::price).reversed(), quantity.negate(), UnaryOperator.identity());
        BigDecimal sell = side(sells, Comparator.comparing(Order::price), quantity, this::below);
        return buy.max(sell);
    }

    private BigDecimal side(
            List<Order> orders, Comparator<Order> fills, BigDecimal against, UnaryOperator<BigDecimal> loss) {
        BigDecimal closing = against.max(BigDecimal.ZERO);
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : orders.stream().sorted(fills).toList()) {
            BigDecimal closes = closing.min(order.size());
            closing = closing.subtract(closes);
            sum = sum.add(order.size().subtract(closes).multiply(loss.apply(order.price())));
        }
        return sum;
    }

    private BigDecimal below(BigDecimal price) {
        if (price.compareTo(cap) > 0) {
            throw new InvalidFactException(
                    "price",
                    "(%s) must not exceed the cap (%s). Maybe the cap is of another market.".formatted(price, cap));
        }
        return cap.subtract(price);
    }
}
