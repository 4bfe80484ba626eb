package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;

/// Funding by the premium of a perpetual over its spot price, with a cost of carry that is kept within bounds.
///
/// Source: Vega protocol specs, `0053-PERP` and 0019-MCAL-026 to 028.
///
/// @param interestRate of the carry, per year
/// @param lowerBound of the carry, as a share of the spot price
/// @param upperBound of the carry, as a share of the spot price; not below the lower one
public record PremiumFunding(BigDecimal interestRate, BigDecimal lowerBound, BigDecimal upperBound) {

    /// @throws InvalidFactException if the bounds are swapped
    public PremiumFunding {
        if (lowerBound.compareTo(upperBound) > 0) {
            throw new InvalidFactException(
                    "lowerBound",
                    "must not be above upperBound (%s), but is %s. Maybe they are swapped."
                            .formatted(upperBound, lowerBound));
        }
    }

    /// What one unit held long owes for a period, in money; negative if it is owed. Exact:
    /// `f − s + min(upper·s, max(lower·s, (1 + years·interest)·s − f))`.
    ///
    /// @param averageMark `f`: the perpetual's time-weighted average price over the period
    /// @param averageSpot `s`: the spot's
    /// @param years length of the period in years, as the venue counts them
    public BigDecimal owedPerUnit(BigDecimal averageMark, BigDecimal averageSpot, BigDecimal years) {
        BigDecimal carry = BigDecimal.ONE
                .add(years.multiply(interestRate))
                .multiply(averageSpot)
                .subtract(averageMark);
        BigDecimal bounded = carry.max(lowerBound.multiply(averageSpot)).min(upperBound.multiply(averageSpot));
        return averageMark.subtract(averageSpot).add(bounded);
    }
}
