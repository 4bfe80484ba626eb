package io.plimsoll.model.liquidation;

import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// A position as its venue values it.
///
/// @param quantity positive for long, negative for short
/// @param value quantity × mark, signed like the quantity, as the venue rounds it
/// @param maintenance maintenance margin, zero or positive, as the venue rounds it
public record PositionFigures(BigDecimal quantity, BigDecimal value, BigDecimal maintenance) {

    /// Nothing held.
    public static final PositionFigures NONE = new PositionFigures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /// @throws io.plimsoll.model.fact.InvalidFactException if the maintenance margin is negative
    public PositionFigures {
        maintenance = Amounts.notNegative("maintenance", maintenance);
    }
}
