package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// Initial margin that grows with the whole market's open interest; maintenance margin does not.
///
/// `rate = min(1, base + clamp((open interest − lower) ÷ (upper − lower), 0, 1) × (1 − base))`. Source: dYdX
/// v4, `x/perpetuals/types/liquidity_tier.go`.
///
/// @param notional the market's open interest, in the settlement currency, zero or positive
/// @param lower up to which the base rate holds
/// @param upper from which the rate is 1; above `lower`
public record OpenInterest(BigDecimal notional, BigDecimal lower, BigDecimal upper) {

    /// @throws InvalidFactException if a field is out of range
    public OpenInterest {
        notional = Facts.notNegative("notional", notional);
        lower = Facts.notNegative("lower", lower);
        upper = Facts.notNegative("upper", upper);
        if (upper.compareTo(lower) <= 0) {
            throw new InvalidFactException(
                    "upper", "(%s) must be above lower (%s). Maybe the two are swapped.".formatted(upper, lower));
        }
    }

    /// The initial margin rate, exact.
    ///
    /// @param base the rate without open interest, 0 to 1
    public Ratio initialMarginRate(Ratio base) {
        if (notional.compareTo(lower) <= 0) {
            return base;
        }
        if (notional.compareTo(upper) >= 0) {
            return Ratio.of(BigDecimal.ONE);
        }
        Ratio toTheTop = base.negate().plus(BigDecimal.ONE);
        return base.plus(toTheTop.times(notional.subtract(lower)).dividedBy(upper.subtract(lower)));
    }
}
