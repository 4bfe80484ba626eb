package io.plimsoll.model.liquidation;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// The prices at which a venue trades: the multiples of a tick, from one tick up to the last multiple below a
/// bound.
///
/// Source: dYdX v4-chain, `ConvertLiquidationPriceToSubticks` in `protocol/x/clob/keeper/liquidations.go`.
///
/// @param tick the step between prices
/// @param bound no price is greater
public record PriceTicks(BigDecimal tick, BigDecimal bound) {

    /// @throws InvalidFactException if the tick is not positive, or not one fits below the bound
    public PriceTicks {
        tick = Amounts.positive("tick", tick);
        if (bound.compareTo(tick) < 0) {
            throw new InvalidFactException(
                    "bound", "(%s) must not be below the tick (%s). Maybe the two are swapped.".formatted(bound, tick));
        }
    }

    /// The limit price of an order that closes a position: rounded up for a sale and down for a purchase, so
    /// that it never fills at a worse price than the exact one, and brought within the bounds.
    ///
    /// @param closesLong whether a long is sold; otherwise a short is bought back
    public BigDecimal limit(Ratio exact, boolean closesLong) {
        BigDecimal onGrid = (closesLong ? Rounding.up(tick) : Rounding.down(tick)).decimal(exact);
        BigDecimal highest = Rounding.down(tick).decimal(bound);
        return onGrid.max(tick).min(highest);
    }
}
