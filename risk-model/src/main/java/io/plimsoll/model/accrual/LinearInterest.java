package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.time.Duration;

/// Simple interest by the second: `growth = 1 + rate · seconds ÷ 31,536,000`. It is additive in time:
/// interest earns none until an index takes it in.
///
/// Source: Aave v3, `MathUtils.calculateLinearInterest` (supplied balances); Compound III,
/// `accruedInterestIndices`.
///
/// @param rate per year; 0.05 is 5 %. A negative one shrinks what it is applied to
public record LinearInterest(BigDecimal rate) {

    /// The factor by which an amount grows, exact.
    ///
    /// @throws InvalidFactException if the time is negative
    public Ratio growth(Duration elapsed) {
        return Year.share(elapsed).times(rate).plus(BigDecimal.ONE);
    }

    /// The factor of a venue that keeps so many digits: the share of the year is rounded, then the interest.
    ///
    /// @throws InvalidFactException if the time is negative
    /// @throws ArithmeticException if nothing is rounded and the share is no finite decimal
    public BigDecimal growth(Duration elapsed, Rounding rounding) {
        BigDecimal share = rounding.decimal(Year.share(elapsed));
        return BigDecimal.ONE.add(rounding.decimal(rate.multiply(share)));
    }

    /// What an amount earns, without the amount itself; exact.
    ///
    /// @throws InvalidFactException if the time is negative
    public Ratio interestOn(BigDecimal amount, Duration elapsed) {
        return Year.share(elapsed).times(rate).times(amount);
    }
}
