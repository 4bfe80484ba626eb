package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// How much of a debt may be repaid in one liquidation: a share, unless the account is far gone or what is at
/// stake is too small to be worth two.
///
/// Source: Aave v3.3 on, `LiquidationLogic.executeLiquidationCall` (0.5, 0.95, 2,000).
///
/// @param defaultShare of the account's *total* debt, from 0 to 1
/// @param wholeUpToHealth the health factor at and below which the whole debt of an asset may be repaid, zero
///     or more
/// @param wholeBelowValue the value of collateral or debt of an asset below which, strictly, the whole may be
///     repaid, zero or more
public record CloseFactor(BigDecimal defaultShare, BigDecimal wholeUpToHealth, BigDecimal wholeBelowValue) {

    /// @throws InvalidFactException if a number is out of range
    public CloseFactor {
        defaultShare = Facts.share("defaultShare", defaultShare);
        wholeUpToHealth = Facts.notNegative("wholeUpToHealth", wholeUpToHealth);
        wholeBelowValue = Facts.notNegative("wholeBelowValue", wholeBelowValue);
    }

    /// The most that may be repaid of the debt in one asset against the collateral in another, by value:
    /// `min(assetDebt, defaultShare · D)`, or all of `assetDebt`. Whether the account may be liquidated at
    /// all is not asked here.
    ///
    /// @param account as a whole
    /// @param assetCollateral value of the collateral asset that would be taken
    /// @param assetDebt value of the account's debt in the asset that would be repaid
    /// @throws InvalidFactException if a value is negative, or `assetDebt` above the account's debt
    public Ratio mostRepayable(LendingState account, Ratio assetCollateral, Ratio assetDebt) {
        Values.notNegative("assetCollateral", assetCollateral);
        Values.atMost("assetDebt", assetDebt, account.debt(), "the account's debt");
        boolean whole = account.healthFactor().compareTo(wholeUpToHealth) <= 0
                || assetCollateral.compareTo(wholeBelowValue) < 0
                || assetDebt.compareTo(wholeBelowValue) < 0;
        return whole ? assetDebt : assetDebt.min(account.debt().times(defaultShare));
    }
}
