package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Rounding;
import java.math.BigDecimal;

/// An asset that is lent or pledged, at its price.
///
/// @param price in the account's currency, above 0
/// @param scale digits after the decimal point of its smallest amount: 6 for one of 0.000001, at most 18
public record LentAsset(BigDecimal price, int scale) {

    /// @throws InvalidFactException if a number is out of range
    public LentAsset {
        price = Facts.positive("price", price);
        if (scale < 0 || scale > Decimals.MAX_SCALE) {
            throw new InvalidFactException(
                    "scale",
                    "must be from 0 to %d, but is %d. Maybe it is the scale of another asset."
                            .formatted(Decimals.MAX_SCALE, scale));
        }
    }

    /// The value of an amount, exact.
    public BigDecimal valueOf(BigDecimal amount) {
        return amount.multiply(price);
    }

    /// The amount that is worth at least a value.
    BigDecimal amountUp(Ratio value) {
        return Rounding.ofDebt(scale).of(value.dividedBy(price));
    }

    /// The amount that is worth at most a value.
    BigDecimal amountDown(Ratio value) {
        return Rounding.ofCollateral(scale).of(value.dividedBy(price));
    }
}
