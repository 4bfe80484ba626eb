package io.plimsoll.model.margin;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;

/// One balance at its mark, with the interest that it has accrued. Amounts are in the account's currency,
/// exact.
///
/// @param balance what is held or owed
/// @param quantity with accrued interest, in units of the asset; negative means owed
/// @param marketValue at the mark, signed like the quantity
/// @param collateralValue what counts: after the cap and the haircut if it is held, after the debt factor if it
///     is owed
public record BalanceRisk(Balance balance, Ratio quantity, Ratio marketValue, Ratio collateralValue) {

    /// The balance at the marks of a snapshot.
    public static BalanceRisk of(Snapshot snapshot, Balance balance) {
        Ratio quantity = snapshot.accrued(balance);
        if (balance.asset().equals(snapshot.account().currency())) {
            return new BalanceRisk(balance, quantity, quantity, quantity);
        }
        Ratio value = quantity.times(snapshot.mark(balance.asset()).price());
        CollateralAsset asset = snapshot.collateralAsset(balance.asset())
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no collateral asset %s.".formatted(balance.asset())));
        return new BalanceRisk(balance, quantity, value, counted(asset, value));
    }

    private static Ratio counted(CollateralAsset asset, Ratio value) {
        if (value.signum() < 0) {
            return value.times(asset.debtFactor());
        }
        BigDecimal cap = asset.cap();
        Ratio capped = cap == null || value.compareTo(cap) <= 0 ? value : Ratio.of(cap);
        return capped.times(asset.collateralFactor());
    }
}
