package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What can be borrowed against an asset.
///
/// @param ltv the share of its value up to which debt can be opened, 0 to 1
/// @param liquidationLtv the share of its value beyond which it is liquidated, `ltv` to 1
/// @param liquidationBonus what a liquidator gets on top of what is repaid, 0 to 1
/// @param category the lending category that it is a member of; null for none
public record LendingTerms(
        BigDecimal ltv,
        BigDecimal liquidationLtv,
        BigDecimal liquidationBonus,
        @Nullable String category) {

    /// @throws InvalidFactException if a field is out of range, or debt could be opened that is liquidated at
    ///     once
    public LendingTerms {
        ltv = Facts.share("ltv", ltv);
        liquidationLtv = Facts.share("liquidationLtv", liquidationLtv);
        liquidationBonus = Facts.share("liquidationBonus", liquidationBonus);
        category = category == null ? null : Facts.identifier("category", category);
        if (ltv.compareTo(liquidationLtv) > 0) {
            throw new InvalidFactException(
                    "ltv",
                    "(%s) must not be above liquidationLtv (%s). Maybe the two are swapped."
                            .formatted(ltv, liquidationLtv));
        }
    }
}
