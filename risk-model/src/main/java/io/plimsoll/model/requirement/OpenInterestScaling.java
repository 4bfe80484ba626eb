package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// An initial margin that grows with the market's open interest, from the base rate at the lower cap to all
/// of the notional at the upper one.
///
/// Source: dYdX v4-chain, `GetAdjustedInitialMarginQuoteQuantums` in
/// `protocol/x/perpetuals/types/liquidity_tier.go`.
///
/// @param base initial margin per unit of notional, 0 to 1
/// @param lowerCap open interest, as notional, at which it begins to grow
/// @param upperCap open interest at which it is 1; zero for no growth
public record OpenInterestScaling(BigDecimal base, BigDecimal lowerCap, BigDecimal upperCap) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if the rate is no share, or a cap is negative
    public OpenInterestScaling {
        base = Amounts.share("base", base);
        lowerCap = Amounts.notNegative("lowerCap", lowerCap);
        upperCap = Amounts.notNegative("upperCap", upperCap);
    }

    /// The rate at this open interest: `base + (1 − base)·(OI − lower)/(upper − lower)`, from base to 1.
    ///
    /// @param rounding of the growth; dYdX truncates it to millionths
    public Ratio rateAt(BigDecimal openInterest, Rounding rounding) {
        if (upperCap.signum() == 0 || openInterest.compareTo(lowerCap) <= 0) {
            return Ratio.of(base);
        }
        if (openInterest.compareTo(upperCap) >= 0) {
            return Ratio.of(BigDecimal.ONE);
        }
        BigDecimal above = openInterest.subtract(lowerCap);
        Ratio growth = Ratio.of(BigDecimal.ONE.subtract(base).multiply(above), upperCap.subtract(lowerCap));
        return rounding.of(growth).plus(base);
    }

    /// The initial margin of a notional at this open interest.
    ///
    /// @param notional unsigned
    /// @param rates of the rate's growth
    /// @param money of the margin; [Rounding#up], against the account
    public Ratio initialMargin(BigDecimal notional, BigDecimal openInterest, Rounding rates, Rounding money) {
        return money.of(rateAt(openInterest, rates).times(notional.abs()));
    }
}
