package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// The worst price that a liquidation may fill at: it moves from the mark to the mark less (for a short:
/// plus) a spread as the account nears bankruptcy, whatever the size that is closed.
///
/// Source: dYdX v4-chain, `GetFillablePrice` in `protocol/x/clob/keeper/liquidations.go`.
///
/// @param adjustment how fast it moves: at 2, the whole spread is given when half of the maintenance margin
///     is left
/// @param spread the widest spread, as a multiple of the position's maintenance margin
public record FillablePrice(BigDecimal adjustment, BigDecimal spread) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if either is negative
    public FillablePrice {
        adjustment = Amounts.notNegative("adjustment", adjustment);
        spread = Amounts.notNegative("spread", spread);
    }

    /// `(V − A·spread·MM_position) / q`, with `A = clamp(adjustment·(1 − equity/MM), 0, 1)`; per unit of the
    /// base asset.
    ///
    /// @param equity of the account
    /// @param maintenance maintenance margin of the account, all positions together
    /// @throws io.plimsoll.model.fact.InvalidFactException if the account requires nothing
    public Ratio of(PositionFigures position, BigDecimal equity, BigDecimal maintenance) {
        Amounts.positive("maintenance", maintenance);
        Ratio nearness = Ratio.of(maintenance.subtract(equity).multiply(adjustment), maintenance);
        Ratio given = nearness.signum() <= 0
                ? Ratio.ZERO
                : nearness.compareTo(BigDecimal.ONE) < 0 ? nearness : Ratio.of(BigDecimal.ONE);
        return given.times(spread.multiply(position.maintenance()))
                .negate()
                .plus(position.value())
                .dividedBy(position.quantity());
    }
}
