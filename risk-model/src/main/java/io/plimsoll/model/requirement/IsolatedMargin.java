package io.plimsoll.model.requirement;

import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// Margin set aside for one position or order of its own, as a share of its notional that the trader chose.
///
/// Source: Vega protocol, `0019-MCAL` margin calculator, isolated margin mode.
///
/// @param factor margin per unit of notional: the reciprocal of the leverage
public record IsolatedMargin(BigDecimal factor) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if the factor is no share
    public IsolatedMargin {
        factor = Amounts.share("factor", factor);
    }

    /// `price·|size|·factor`.
    ///
    /// @param price average entry of a position, limit of an order
    /// @param money of the amount; [Rounding#up] is against the account, Vega cuts transfers off
    public BigDecimal of(BigDecimal price, BigDecimal size, Rounding money) {
        return money.decimal(price.multiply(size.abs()).multiply(factor));
    }
}
