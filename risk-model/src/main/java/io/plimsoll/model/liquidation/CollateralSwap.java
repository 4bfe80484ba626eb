package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// The rate at which a liquidator exchanges an account's debt for its collateral.
///
/// Source: Drift protocol-v2, `programs/drift/src/math/liquidation.rs`.
///
/// @param assetPrice of the collateral
/// @param assetBonus what the liquidator receives in collateral, as a multiple of what is due
/// @param liabilityPrice of the debt's currency
/// @param liabilityBonus what the liquidator pays of the debt, as a multiple of what is due
public record CollateralSwap(
        BigDecimal assetPrice, BigDecimal assetBonus, BigDecimal liabilityPrice, BigDecimal liabilityBonus) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a figure is not positive
    public CollateralSwap {
        assetPrice = Amounts.positive("assetPrice", assetPrice);
        assetBonus = Amounts.positive("assetBonus", assetBonus);
        liabilityPrice = Amounts.positive("liabilityPrice", liabilityPrice);
        liabilityBonus = Amounts.positive("liabilityBonus", liabilityBonus);
    }

    /// The debt that this much collateral pays for: `amount·p_a·b_l / (p_l·b_a)`.
    ///
    /// @param amounts the grid of the debt's currency; [Rounding#up], so that no collateral goes unpaid
    public Ratio liabilityFor(BigDecimal assetAmount, Rounding amounts) {
        return amounts.of(Ratio.of(
                assetAmount.multiply(assetPrice).multiply(liabilityBonus), liabilityPrice.multiply(assetBonus)));
    }

    /// The collateral that is given for this much debt: `amount·p_l·b_a / (p_a·b_l)`, at least one unit, and
    /// all of what there is if the difference is worth less than dust.
    ///
    /// @param available the collateral there is
    /// @param dust the value below which nothing is left behind
    /// @param amounts the grid of the collateral
    public Ratio assetFor(BigDecimal liabilityAmount, BigDecimal available, BigDecimal dust, Rounding amounts) {
        Ratio due = amounts.of(Ratio.of(
                liabilityAmount.multiply(liabilityPrice).multiply(assetBonus), assetPrice.multiply(liabilityBonus)));
        Ratio given = due.compareTo(amounts.unit()) < 0 ? Ratio.of(amounts.unit()) : due;
        Ratio difference = given.minus(available).abs().times(assetPrice);
        return difference.compareTo(dust) < 0 ? Ratio.of(available) : given;
    }

    /// Whether a swap on the market pays at least as much debt per collateral as a liquidator would:
    /// `liability/asset ≥ p_a·b_l / (p_l·b_a)`.
    ///
    /// @param rates the grid on which both rates, and the liability, are compared
    public boolean isWithin(BigDecimal assetAmount, BigDecimal liabilityAmount, Rounding rates) {
        Ratio swapped = rates.of(rates.of(liabilityAmount).dividedBy(Amounts.positive("assetAmount", assetAmount)));
        Ratio least = rates.of(Ratio.of(assetPrice.multiply(liabilityBonus), liabilityPrice.multiply(assetBonus)));
        return swapped.compareTo(least) >= 0;
    }
}
