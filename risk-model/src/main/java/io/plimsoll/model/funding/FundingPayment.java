package io.plimsoll.model.funding;

import java.math.BigDecimal;

/// Funding of perpetuals, by the convention of each venue. Exact, in the settlement currency; a positive
/// amount is received by the account unless said otherwise.
public final class FundingPayment {

    private FundingPayment() {}

    /// From a cumulative index: `−(now − atEntry)·quantity`. A long pays when the index rose.
    ///
    /// Source: dYdX v4-chain, `GetSettlementPpm` in `protocol/x/perpetuals`.
    ///
    /// @param quantity positive for long, negative for short
    public static BigDecimal fromIndex(BigDecimal now, BigDecimal atEntry, BigDecimal quantity) {
        return atEntry.subtract(now).multiply(quantity);
    }

    /// From a rate: `−quantity·mark·rate`. A long pays when the rate is positive.
    ///
    /// Source: Binance USD-M futures; freqtrade, `calculate_funding_fees`.
    ///
    /// @param quantity positive for long, negative for short
    public static BigDecimal fromRate(BigDecimal quantity, BigDecimal mark, BigDecimal rate) {
        return quantity.multiply(mark).multiply(rate).negate();
    }

    /// From averages over the interval: `f − s + min(upper·s, max(lower·s, (1 + Δt·i)·s − f))`, per unit;
    /// positive is paid by longs.
    ///
    /// Source: Vega protocol, `0053-PERP`.
    ///
    /// @param perpetual *f*, the perpetual's time-weighted average price
    /// @param spot *s*, that of the underlying
    /// @param interest what `Δt·i` is: interest over the interval
    /// @param lower the lowest interest term, as a share of the spot
    /// @param upper the highest
    public static BigDecimal fromAverages(
            BigDecimal perpetual, BigDecimal spot, BigDecimal interest, BigDecimal lower, BigDecimal upper) {
        BigDecimal term = spot.add(spot.multiply(interest)).subtract(perpetual);
        BigDecimal clamped = term.max(lower.multiply(spot)).min(upper.multiply(spot));
        return perpetual.subtract(spot).add(clamped);
    }
}
