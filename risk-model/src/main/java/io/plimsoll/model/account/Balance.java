package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;

/// How much of an asset an account has.
///
/// @param asset the account's currency, or a collateral asset
/// @param quantity in units of the asset; negative means owed, which is possible in the account's currency only
public record Balance(String asset, BigDecimal quantity) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public Balance {
        asset = Facts.identifier("asset", asset);
        quantity = Facts.decimal("quantity", quantity);
    }
}
