package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// The position that a venue itself holds after taking over those of liquidated accounts at the mark.
///
/// Source: Vega protocol, `0012-POSR` position resolution.
///
/// @param quantity positive for long, negative for short
/// @param cost what the quantity was taken over for: quantity × average price, signed like the quantity
/// @param realised profit and loss of what was closed
public record TakenOver(BigDecimal quantity, Ratio cost, Ratio realised) {

    /// Nothing taken over yet.
    public static final TakenOver NOTHING = new TakenOver(BigDecimal.ZERO, Ratio.ZERO, Ratio.ZERO);

    /// The position after taking over this quantity at the mark: what lies against it is closed first and its
    /// profit realised, the rest is added at the mark.
    public TakenOver with(BigDecimal more, BigDecimal mark) {
        if (quantity.signum() * more.signum() >= 0) {
            return new TakenOver(quantity.add(more), cost.plus(more.multiply(mark)), realised);
        }
        BigDecimal size = quantity.abs().min(more.abs());
        BigDecimal closed = quantity.signum() > 0 ? size : size.negate();
        Ratio closedCost = cost.times(closed).dividedBy(quantity);
        Ratio gained = closedCost.negate().plus(closed.multiply(mark));
        TakenOver rest = new TakenOver(quantity.subtract(closed), cost.minus(closedCost), realised.plus(gained));
        BigDecimal opened = more.add(closed);
        return opened.signum() == 0 ? rest : rest.with(opened, mark);
    }

    /// Profit and loss of what is held, at the mark.
    public Ratio unrealised(BigDecimal mark) {
        return cost.negate().plus(quantity.multiply(mark));
    }
}
