package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// How debt repaid in one asset is exchanged for collateral in another, in the amounts that are paid.
///
/// Every rounding is against whoever liquidates: collateral down, debt up, the fee up. So the bonus is never
/// exceeded, and no more than the smallest amount is lost by it.
///
/// Source: Aave v3, `LiquidationLogic._calculateAvailableCollateralToLiquidate`.
///
/// @param debt the asset that is repaid
/// @param collateral the asset that is taken
/// @param bonus collateral beyond the debt repaid, as a share of that debt; zero or more
/// @param protocolFee the share of the bonus that the lender keeps, from 0 to 1
public record SeizureTerms(LentAsset debt, LentAsset collateral, BigDecimal bonus, BigDecimal protocolFee) {

    /// @throws InvalidFactException if a number is out of range
    public SeizureTerms {
        bonus = Facts.notNegative("bonus", bonus);
        protocolFee = Facts.share("protocolFee", protocolFee);
    }

    /// What is repaid and taken: `repay · debtPrice ÷ collateralPrice · (1+bonus)`, rounded down; where that
    /// is more than there is, all of it, for `balance · collateralPrice ÷ debtPrice ÷ (1+bonus)`, rounded up.
    ///
    /// @param repay amount of the debt asset, zero or more
    /// @param balance amount of the collateral asset that the account has, zero or more
    /// @throws InvalidFactException if an amount is out of bounds
    public Seizure seize(BigDecimal repay, BigDecimal balance) {
        BigDecimal offered = Facts.notNegative("repay", repay);
        BigDecimal owned = Facts.notNegative("balance", balance);
        BigDecimal bought = collateral.amountDown(Ratio.of(debt.valueOf(offered).multiply(withBonus())));
        if (bought.compareTo(owned) <= 0) {
            return new Seizure(offered, bought, feeOn(bought));
        }
        BigDecimal needed = debt.amountUp(withoutBonus(collateral.valueOf(owned)));
        return new Seizure(needed.min(offered), owned, feeOn(owned));
    }

    private BigDecimal feeOn(BigDecimal seized) {
        BigDecimal principal = Rounding.down(collateral.unit()).decimal(withoutBonus(seized));
        return Rounding.up(collateral.unit()).decimal(seized.subtract(principal).multiply(protocolFee));
    }

    private Ratio withoutBonus(BigDecimal withIt) {
        return Ratio.of(withIt, withBonus());
    }

    private BigDecimal withBonus() {
        return BigDecimal.ONE.add(bonus);
    }
}
