package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// What a liquidation may leave behind: no debt, no collateral, or enough of both to be worth another one.
///
/// Source: Aave v3.3 on, `MustNotLeaveDust` (1,000); Maker, `dog.sol bark` takes all if the rest would be dust.
///
/// @param value the least that may be left of each, zero or more
public record LeastRemainder(BigDecimal value) {

    /// @throws InvalidFactException if the value is negative
    public LeastRemainder {
        value = Facts.notNegative("value", value);
    }

    /// Whether this may be left of the debt in one asset and of the collateral in another. Exactly the least
    /// is enough.
    public boolean allows(Ratio debtLeft, Ratio collateralLeft) {
        return debtLeft.signum() == 0
                || collateralLeft.signum() == 0
                || (debtLeft.compareTo(value) >= 0 && collateralLeft.compareTo(value) >= 0);
    }

    /// The repayment if what it leaves is allowed, otherwise all that can be repaid, which leaves nothing on
    /// one side.
    ///
    /// @param repaid from 0 to what the liquidation can repay at most
    /// @throws InvalidFactException if it is less or more
    public Ratio repayment(AssetLiquidation liquidation, Ratio repaid) {
        Ratio taken = liquidation
                .before()
                .collateral()
                .minus(liquidation.after(repaid).collateral());
        Ratio debtLeft = liquidation.before().debt().minus(repaid);
        Ratio collateralLeft = liquidation.collateral().value().minus(taken);
        return allows(debtLeft, collateralLeft) ? repaid : liquidation.mostRepayable();
    }
}
