package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Optional;

/// A debt that is taken over against collateral to end a margin shortage.
///
/// Source: Drift protocol-v2, `programs/drift/src/math/liquidation.rs`.
///
/// @param assetWeight share of the collateral's value that counts
/// @param liabilityWeight multiple of the debt's value that must be covered
/// @param assetBonus what the liquidator receives in collateral, as a multiple of what is due: 1.01 is one
///     percent more
/// @param liabilityBonus what the liquidator pays of the debt, as a multiple of what is due
/// @param price of the debt's currency
public record LiabilityCover(
        BigDecimal assetWeight,
        BigDecimal liabilityWeight,
        BigDecimal assetBonus,
        BigDecimal liabilityBonus,
        BigDecimal price) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a figure is negative
    public LiabilityCover {
        assetWeight = Amounts.notNegative("assetWeight", assetWeight);
        liabilityWeight = Amounts.notNegative("liabilityWeight", liabilityWeight);
        assetBonus = Amounts.notNegative("assetBonus", assetBonus);
        liabilityBonus = Amounts.notNegative("liabilityBonus", liabilityBonus);
        price = Amounts.notNegative("price", price);
    }

    /// The debt to take over that ends the shortage, at least one unit: `shortage / (p·(w_l − w_a·b_a/b_l) −
    /// p·fundFee·w_l)`. Empty if no amount does: then all of it.
    ///
    /// @param fundFee share of the debt that goes to the insurance fund
    /// @param weights the grid of weights
    /// @param money the grid of money
    /// @param amounts the grid of the debt's currency
    public Optional<Ratio> transfer(
            BigDecimal shortage, BigDecimal fundFee, Rounding weights, Rounding money, Rounding amounts) {
        if (liabilityBonus.signum() == 0 || assetWeight.compareTo(liabilityWeight) >= 0) {
            return Optional.empty();
        }
        BigDecimal gross = price.multiply(liabilityWeight.subtract(seizedWeight(weights)));
        BigDecimal freed = gross.subtract(money.decimal(price.multiply(fundFee)).multiply(liabilityWeight));
        if (freed.signum() <= 0) {
            return Optional.empty();
        }
        Ratio exact = amounts.of(Ratio.of(Amounts.notNegative("shortage", shortage), freed));
        return Optional.of(exact.compareTo(amounts.unit()) < 0 ? Ratio.of(amounts.unit()) : exact);
    }

    /// The insurance fund's fee that still lets the transfer end the shortage: `min(cap, (w_l − w_a·b_a/b_l −
    /// shortage/(amount·p)) / w_l)`, not below zero.
    ///
    /// @param amount of the debt
    /// @param cap the highest fee
    /// @param rates the grid of weights and fees
    public BigDecimal fundFee(BigDecimal shortage, BigDecimal amount, BigDecimal cap, Rounding rates) {
        boolean freesNothing = assetWeight.compareTo(liabilityWeight) >= 0;
        if (freesNothing || price.signum() == 0 || amount.signum() == 0 || liabilityBonus.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal freed = liabilityWeight.subtract(seizedWeight(rates)).max(BigDecimal.ZERO);
        BigDecimal implied = rates.decimal(Ratio.of(shortage, amount.multiply(price)));
        BigDecimal room = freed.subtract(implied).max(BigDecimal.ZERO);
        return rates.decimal(Ratio.of(room, liabilityWeight)).min(cap);
    }

    private BigDecimal seizedWeight(Rounding weights) {
        return weights.decimal(Ratio.of(assetWeight.multiply(assetBonus), liabilityBonus));
    }
}
