package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// What a perpetual position with open orders counts for, at the worse of two ends: all bids filled, or all
/// asks.
///
/// Source: Mango v4, `programs/mango-v4/src/health/cache.rs`.
///
/// @param base size held, positive for long
/// @param quote what is owed for it, negative, or received: `base·price + quote` is profit and loss
/// @param bids size of the open buy orders, unsigned
/// @param asks size of the open sell orders, unsigned
/// @param price of the base asset; orders are taken to fill at it
public record PerpetualHealth(BigDecimal base, BigDecimal quote, BigDecimal bids, BigDecimal asks, BigDecimal price) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if the size of orders, or the price, is negative
    public PerpetualHealth {
        bids = Amounts.notNegative("bids", bids);
        asks = Amounts.notNegative("asks", asks);
        price = Amounts.notNegative("price", price);
    }

    /// The contribution to health: the base at its weight plus the quote, the worse of both ends; if it is
    /// positive, at the overall weight.
    ///
    /// @param weights of the base
    /// @param overall share of a positive contribution that counts
    public Ratio contribution(Weights weights, BigDecimal overall) {
        Ratio bought = filled(bids, weights);
        Ratio sold = filled(asks.negate(), weights);
        Ratio worse = bought.compareTo(sold) < 0 ? bought : sold;
        return worse.signum() > 0 ? worse.times(Amounts.notNegative("overall", overall)) : worse;
    }

    private Ratio filled(BigDecimal size, Weights weights) {
        BigDecimal value = base.add(size).multiply(price);
        return weights.apply(Ratio.of(value)).plus(quote.subtract(size.multiply(price)));
    }
}
