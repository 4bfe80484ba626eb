package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// A bonus that grows as health falls: collateral is sold at `max(HF, 1 − maxDiscount)` of its value.
///
/// Source: Euler Vault Kit, `Liquidation.sol calculateMaxLiquidation`.
///
/// @param maxDiscount from 0 to below 1
public record HealthDiscount(BigDecimal maxDiscount) {

    /// @throws InvalidFactException if the discount is out of range
    public HealthDiscount {
        maxDiscount = Facts.share("maxDiscount", maxDiscount);
        if (maxDiscount.compareTo(BigDecimal.ONE) == 0) {
            throw new InvalidFactException(
                    "maxDiscount", "must be below 1, or collateral is given away. Maybe it was meant as a percentage.");
        }
    }

    /// What is paid for collateral, as a share of its value. Above a health of 1 nothing is sold, and this is
    /// 1.
    public Ratio priceShare(LendingState account) {
        Ratio health = account.healthFactor();
        BigDecimal least = BigDecimal.ONE.subtract(maxDiscount);
        if (health.compareTo(BigDecimal.ONE) > 0) {
            return Ratio.of(BigDecimal.ONE);
        }
        return health.max(Ratio.of(least));
    }

    /// The most that may be repaid and taken, by value. The whole debt for `D ÷ priceShare`; where the
    /// collateral is worth less than that, all of it for `value · priceShare`. Nothing above a health of 1;
    /// at 1, without discount.
    ///
    /// @param collateral value of the asset that would be taken
    /// @throws InvalidFactException if the value is negative, or above the account's collateral
    public Exchange most(LendingState account, Ratio collateral) {
        Values.atMost("collateral", collateral, account.collateral(), "the account's");
        if (account.healthFactor().compareTo(BigDecimal.ONE) > 0) {
            return new Exchange(Ratio.ZERO, Ratio.ZERO);
        }
        Ratio share = priceShare(account);
        Ratio wanted = account.debt().dividedBy(share);
        return wanted.compareTo(collateral) <= 0
                ? new Exchange(account.debt(), wanted)
                : new Exchange(collateral.times(share), collateral);
    }

    /// Debt for collateral, both by value.
    public record Exchange(Ratio repaid, Ratio taken) {}
}
