package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// The sale of collateral that a venue took over, at a part of the penalty that the borrower paid.
///
/// Source: Compound III, `Comet.quoteCollateral`.
///
/// @param storeFrontShare the part of the penalty that buyers get, from 0 to 1
/// @param liquidationFactor what the borrower was credited, as a share of the collateral's value, from 0 to 1
public record CollateralSale(BigDecimal storeFrontShare, BigDecimal liquidationFactor) {

    /// @throws InvalidFactException if a share is out of range, or collateral would be given away
    public CollateralSale {
        storeFrontShare = Facts.share("storeFrontShare", storeFrontShare);
        liquidationFactor = Facts.share("liquidationFactor", liquidationFactor);
        if (storeFrontShare.compareTo(BigDecimal.ONE) == 0 && liquidationFactor.signum() == 0) {
            throw new InvalidFactException(
                    "liquidationFactor", "must be above 0 where buyers get the whole penalty. Maybe it was not set.");
        }
    }

    /// The discount to buyers: `storeFrontShare · (1 − liquidationFactor)`.
    public BigDecimal discount() {
        return storeFrontShare.multiply(BigDecimal.ONE.subtract(liquidationFactor));
    }

    /// The amount of collateral for a payment, exact: `payment ÷ (price · (1 − discount))`.
    ///
    /// @param payment by value, zero or more
    /// @param price of the collateral, above 0
    /// @throws InvalidFactException if a number is out of range
    public Ratio amountFor(Ratio payment, BigDecimal price) {
        BigDecimal discounted = Facts.positive("price", price).multiply(BigDecimal.ONE.subtract(discount()));
        return Values.notNegative("payment", payment).dividedBy(discounted);
    }
}
