package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// The price at which a market without an order book fills: the index moved by the mean of its skew before
/// and after.
///
/// Source: Synthetix v3, `markets/perps-market/contracts/storage/AsyncOrder.sol`.
///
/// @param index price before any impact
/// @param skew longs less shorts, before the order
/// @param scale skew at which the price is moved by all of the index
public record PriceImpact(BigDecimal index, BigDecimal skew, BigDecimal scale) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /// @throws io.plimsoll.model.fact.InvalidFactException if the scale is not positive
    public PriceImpact {
        scale = Amounts.positive("scale", scale);
    }

    /// `index·(1 + (skew + size/2) / scale)`.
    ///
    /// @param size positive for a purchase, negative for a sale
    public Ratio fillPrice(BigDecimal size) {
        BigDecimal twice = skew.multiply(TWO).add(size);
        return Ratio.of(index.multiply(twice), scale.multiply(TWO)).plus(index);
    }

    /// Profit and loss of a position of this size, once the index stands elsewhere: `size·(now − fill)`.
    public Ratio profit(BigDecimal size, BigDecimal now) {
        return fillPrice(size).negate().plus(now).times(size);
    }
}
