package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;
import java.time.Instant;

/// What makes an instrument an option, and what a written one requires.
///
/// A bought option requires nothing: it is paid for. A written one requires, for each unit of the underlying,
/// `mark + max(rate × U − out-of-the-money amount, floorRate × U)`, where `rate` comes from the schedule's tier
/// of the notional in the underlying. Source: LEAN's option margin (Regulation T); Deribit's standard margin
/// has the form too.
///
/// @param underlying whose mark decides what it would pay: an instrument, an asset or an index
/// @param right to buy or to sell
/// @param strike price at which, above 0
/// @param expiry when the right ends
/// @param floorRate the least that is required per unit of the underlying's value, 0 to 1
public record OptionTerms(String underlying, Right right, BigDecimal strike, Instant expiry, BigDecimal floorRate) {

    /// Which right an option gives.
    public enum Right {
        /// To buy the underlying at the strike.
        CALL,
        /// To sell the underlying at the strike.
        PUT
    }

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public OptionTerms {
        underlying = Facts.identifier("underlying", underlying);
        strike = Facts.positive("strike", strike);
        expiry = Facts.instant("expiry", expiry);
        floorRate = Facts.share("floorRate", floorRate);
    }

    /// How far the underlying must move before exercising pays, per unit; 0 if it does already.
    public BigDecimal outOfTheMoney(BigDecimal underlyingPrice) {
        BigDecimal away = switch (right) {
            case CALL -> strike.subtract(underlyingPrice);
            case PUT -> underlyingPrice.subtract(strike);
        };
        return away.max(BigDecimal.ZERO);
    }
}
