package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;

/// Better terms for assets that move together, for accounts that chose the category (Aave's eMode).
///
/// @param id identifier
/// @param terms that replace those of member assets; their own category is this one
public record LendingCategory(String id, LendingTerms terms) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public LendingCategory {
        id = Facts.identifier("id", id);
    }

    /// A category with these terms.
    public static LendingCategory of(String id, BigDecimal ltv, BigDecimal liquidationLtv, BigDecimal bonus) {
        return new LendingCategory(id, new LendingTerms(ltv, liquidationLtv, bonus, id));
    }
}
