package io.plimsoll.model.lending;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// What an asset counts as collateral, and what whoever liquidates it gets on top.
///
/// @param ltv the share of its value that may be borrowed, from 0; 0 if nothing new may be
/// @param liquidationLtv the share of its value that covers debt before the account may be liquidated; from
///     `ltv` to 1
/// @param liquidationBonus the collateral that a liquidator gets beyond the debt repaid, as a share of that
///     debt, from 0; 0.05 is 5 %
public record CollateralTerms(BigDecimal ltv, BigDecimal liquidationLtv, BigDecimal liquidationBonus) {

    /// @throws InvalidFactException if a share is out of range, or `ltv` above `liquidationLtv`
    public CollateralTerms {
        ltv = Facts.share("ltv", ltv);
        liquidationLtv = Facts.share("liquidationLtv", liquidationLtv);
        liquidationBonus = Facts.notNegative("liquidationBonus", liquidationBonus);
        if (ltv.compareTo(liquidationLtv) > 0) {
            throw new InvalidFactException(
                    "ltv",
                    "must not be above liquidationLtv (%s), but is %s: a loan could be liquidated as soon as it is taken. Maybe they are swapped."
                            .formatted(liquidationLtv, ltv));
        }
    }

    /// An amount of such an asset.
    ///
    /// @param value in the account's currency, zero or more
    /// @throws InvalidFactException if the value is negative or unbounded
    public Pledge pledge(Ratio value) {
        return new Pledge(value, Ratio.of(ltv), Ratio.of(liquidationLtv));
    }

    /// The loan to value above which a liquidation raises it, because it takes more collateral than the debt it
    /// repays is a share of: `1 ÷ (1 + liquidationBonus)`. Sound terms keep `liquidationLtv` below it.
    public Ratio toxicLtv() {
        return Ratio.of(BigDecimal.ONE, BigDecimal.ONE.add(liquidationBonus));
    }
}
