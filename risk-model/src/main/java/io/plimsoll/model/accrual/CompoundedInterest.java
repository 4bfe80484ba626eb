package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// Interest compounded every second, by the first terms of the binomial expansion: with `x = rate ÷
/// 31,536,000` and `n` whole seconds, `growth = 1 + n·x + n(n−1)/2·x² + n(n−1)(n−2)/6·x³`.
///
/// For rates that are not negative it is never below linear interest and never above `(1 + x)ⁿ`; up to three
/// seconds it is that. What it leaves out is of the order `(rate · years)⁴ ÷ 24`.
///
/// Source: Aave v3, `MathUtils.calculateCompoundedInterest` (borrowed balances).
///
/// @param rate per year, zero or more; 0.05 is 5 %
public record CompoundedInterest(BigDecimal rate) {

    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    /// @throws InvalidFactException if the rate is negative
    public CompoundedInterest {
        Amounts.notNegative("rate", rate);
    }

    /// The factor by which an amount grows, exact but for the terms that are left out. Parts of a second
    /// don't count.
    ///
    /// @throws InvalidFactException if the time is negative
    public Ratio growth(Duration elapsed) {
        BigDecimal seconds = wholeSeconds(elapsed);
        Ratio perSecond = Ratio.of(rate, Year.SECONDS);
        Ratio squared = perSecond.times(perSecond);
        return perSecond
                .times(seconds)
                .plus(squared.times(pairs(seconds)).dividedBy(BigDecimal.TWO))
                .plus(squared.times(perSecond).times(triples(seconds)).dividedBy(SIX))
                .plus(BigDecimal.ONE);
    }

    /// The factor of a venue that keeps multiples of a unit: the rate per second and each term are cut off,
    /// the powers of the rate are rounded to the nearest, halves up. That loses up to `n³` units: it is for
    /// agreeing with a venue, and for short times.
    ///
    /// @param unit above 0
    /// @throws InvalidFactException if the time is negative or the unit not above 0
    public BigDecimal growth(Duration elapsed, BigDecimal unit) {
        Rounding cut = Rounding.down(Amounts.positive("unit", unit));
        Rounding nearest = new Rounding(unit, RoundingMode.HALF_UP);
        BigDecimal seconds = wholeSeconds(elapsed);
        BigDecimal perSecond = cut.decimal(Ratio.of(rate, Year.SECONDS));
        BigDecimal squared = nearest.decimal(perSecond.multiply(perSecond));
        BigDecimal cubed = nearest.decimal(squared.multiply(perSecond));
        return BigDecimal.ONE
                .add(perSecond.multiply(seconds))
                .add(cut.decimal(Ratio.of(squared.multiply(pairs(seconds)), BigDecimal.TWO)))
                .add(cut.decimal(Ratio.of(cubed.multiply(triples(seconds)), SIX)));
    }

    private static BigDecimal wholeSeconds(Duration elapsed) {
        return BigDecimal.valueOf(Year.notNegative(elapsed).toSeconds());
    }

    private static BigDecimal pairs(BigDecimal seconds) {
        return seconds.multiply(seconds.subtract(BigDecimal.ONE));
    }

    private static BigDecimal triples(BigDecimal seconds) {
        return pairs(seconds).multiply(seconds.subtract(BigDecimal.TWO));
    }
}
