package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// A bonus that follows from the liquidation LTV: the more room there is between it and 1, the more is given.
///
/// Source: Morpho Blue, `Morpho.sol liquidate` (0.3, 1.15).
///
/// @param cursor the part of the room that is given, from 0 to 1
/// @param most the highest factor, 1 or more
public record CursorIncentive(BigDecimal cursor, BigDecimal most) {

    /// @throws InvalidFactException if a number is out of range
    public CursorIncentive {
        cursor = Facts.share("cursor", cursor);
        most = Facts.decimal("most", most);
        if (most.compareTo(BigDecimal.ONE) < 0) {
            throw new InvalidFactException(
                    "most", "must be 1 or more, but is %s. Maybe it is the bonus without the 1.".formatted(most));
        }
    }

    /// Collateral taken per debt repaid, `1 + bonus`: `min(most, 1 ÷ (1 − cursor·(1 − liquidationLtv)))`.
    ///
    /// @param liquidationLtv from 0 to 1
    /// @throws InvalidFactException if it is out of range
    public Ratio factor(BigDecimal liquidationLtv) {
        BigDecimal room = BigDecimal.ONE.subtract(Facts.share("liquidationLtv", liquidationLtv));
        return Ratio.of(BigDecimal.ONE, BigDecimal.ONE.subtract(cursor.multiply(room)))
                .min(Ratio.of(most));
    }
}
