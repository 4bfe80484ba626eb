package io.plimsoll.model.accrual;

import java.math.BigDecimal;

/// Funding of a position in a perpetual, as money that the account receives; what it pays is negative. A
/// positive rate or a rising index is paid by longs to shorts.
///
/// @param quantity contracts, negative if short
/// @param multiplier units of the underlying per contract
public record FundedPosition(BigDecimal quantity, BigDecimal multiplier) {

    /// By an index of the funding paid per unit since ever: `−(indexNow − indexAtEntry) · quantity ·
    /// multiplier`. Whoever settles at an index goes on from there, and the parts add up to the whole.
    ///
    /// Source: dYdX v4-chain, `protocol/x/perpetuals`; Drift, `math/funding.rs`.
    ///
    /// @param indexAtEntry money per unit at entry or at the last settlement
    /// @param indexNow money per unit
    public BigDecimal byIndex(BigDecimal indexAtEntry, BigDecimal indexNow) {
        return perUnit(indexNow.subtract(indexAtEntry));
    }

    /// By the rate of one period: `−rate · mark · quantity · multiplier`.
    ///
    /// Source: Binance Futures, funding fee; freqtrade.
    ///
    /// @param rate of the period, not of a year; 0.0001 is 1 basis point
    /// @param mark money per unit
    public BigDecimal byRate(BigDecimal rate, BigDecimal mark) {
        return perUnit(rate.multiply(mark));
    }

    /// By the money that one unit held long owes for a period, as of [PremiumFunding#owedPerUnit].
    public BigDecimal perUnit(BigDecimal owed) {
        return owed.multiply(quantity).multiply(multiplier).negate();
    }
}
