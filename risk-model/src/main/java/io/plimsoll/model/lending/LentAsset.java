package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// An asset that is lent or pledged, at its price.
///
/// @param price in the account's currency, above 0
/// @param unit its smallest amount, above 0; 0.000001 for one that is paid in millionths
public record LentAsset(BigDecimal price, BigDecimal unit) {

    /// @throws InvalidFactException if a number is out of range
    public LentAsset {
        price = Facts.positive("price", price);
        unit = Facts.positive("unit", unit);
    }

    /// The value of an amount, exact.
    public BigDecimal valueOf(BigDecimal amount) {
        return amount.multiply(price);
    }

    /// The amount that is worth at least a value.
    BigDecimal amountUp(Ratio value) {
        return Rounding.up(unit).decimal(value.dividedBy(price));
    }

    /// The amount that is worth at most a value.
    BigDecimal amountDown(Ratio value) {
        return Rounding.down(unit).decimal(value.dividedBy(price));
    }
}
