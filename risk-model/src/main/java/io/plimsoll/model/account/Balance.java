package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of an asset an account has, or owes.
///
/// @param asset the account's currency, or a collateral asset
/// @param quantity in units of the asset, when interest was last booked; negative means owed
/// @param interest what it has earned, or what the debt has cost, since then; null for none
public record Balance(
        String asset, BigDecimal quantity, @Nullable InterestTerms interest) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public Balance {
        asset = Facts.identifier("asset", asset);
        quantity = Facts.decimal("quantity", quantity);
    }

    /// A balance without interest.
    public Balance(String asset, BigDecimal quantity) {
        this(asset, quantity, null);
    }

    /// Whether it is a debt.
    public boolean isDebt() {
        return quantity.signum() < 0;
    }

    /// The terms on which it accrues, if it does.
    public Optional<InterestTerms> accrual() {
        return Optional.ofNullable(interest);
    }
}
