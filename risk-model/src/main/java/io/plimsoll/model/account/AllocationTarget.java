package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;

/// The share of an account's net worth that a holding should have.
///
/// @param holding what is held
/// @param weight its share of net worth: signed like the holding (negative for a short position), from -10 to 10
public record AllocationTarget(Holding holding, BigDecimal weight) {

    private static final BigDecimal LARGEST = BigDecimal.TEN;

    /// @throws InvalidFactException if the weight is out of range
    public AllocationTarget {
        weight = Facts.decimal("weight", weight);
        if (weight.abs().compareTo(LARGEST) > 0) {
            throw new InvalidFactException(
                    "weight", "(%s) must be from -10 to 10. Maybe it was meant as a percentage.".formatted(weight));
        }
    }
}
