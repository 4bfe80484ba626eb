package io.plimsoll.model.order;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.PriceLevel;
import io.plimsoll.model.margin.PriceLevels;
import java.math.BigDecimal;

/// At which mark a position would be at its liquidation price, all other marks standing still.
///
/// @param quantity the position, in contracts: negative for short, 0 for none
/// @param price where equity equals maintenance margin; never where there is no position
public record LiquidationOutlook(BigDecimal quantity, PriceLevel price) {

    /// Of the position in an instrument.
    static LiquidationOutlook of(AccountRisk risk, String instrument) {
        return risk.positions().stream()
                .filter(position -> position.id().equals(instrument))
                .findFirst()
                .map(position -> new LiquidationOutlook(
                        position.position().quantity(), PriceLevels.liquidationPrice(risk, position)))
                .orElseGet(() -> new LiquidationOutlook(BigDecimal.ZERO, new PriceLevel.Never()));
    }

    /// The outlooks of one instrument around an order.
    ///
    /// @param before as it is
    /// @param filled once the order has filled, and nothing else has
    /// @param worst once the worst side of every instrument has filled, the order resting among the others
    /// @param best once the side of this instrument has filled that needs the least initial margin, or nothing
    public record Outlooks(
            LiquidationOutlook before, LiquidationOutlook filled, LiquidationOutlook worst, LiquidationOutlook best) {}
}
