package io.plimsoll.model.margin;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.lending.Pledge;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One balance at its mark, with the interest that it has accrued. Amounts are in the account's currency,
/// exact.
///
/// @param balance what is held or owed
/// @param quantity with accrued interest, in units of the asset; negative means owed
/// @param marketValue at the mark, signed like the quantity
/// @param collateralValue what counts: after the cap and the haircut if it is held, after the debt factor if it
///     is owed
/// @param pledge what of it debts may be taken up against, after the cap; null if it is owed or nothing may be
public record BalanceRisk(
        Balance balance,
        Ratio quantity,
        Ratio marketValue,
        Ratio collateralValue,
        @Nullable Pledge pledge) {

    // The account's own currency covers debts at its value.
    private static final CollateralTerms CASH = new CollateralTerms(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);

    /// The balance at the marks of a snapshot.
    public static BalanceRisk of(Snapshot snapshot, Balance balance) {
        Ratio quantity = snapshot.accrued(balance);
        if (balance.asset().equals(snapshot.account().currency())) {
            return new BalanceRisk(
                    balance, quantity, quantity, quantity, quantity.signum() < 0 ? null : CASH.pledge(quantity));
        }
        Ratio value = quantity.times(snapshot.mark(balance.asset()).price());
        CollateralAsset asset = snapshot.collateralAsset(balance.asset())
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no collateral asset %s.".formatted(balance.asset())));
        return value.signum() < 0
                ? new BalanceRisk(balance, quantity, value, value.times(asset.debtFactor()), null)
                : held(snapshot, balance, quantity, value, asset);
    }

    private static BalanceRisk held(
            Snapshot snapshot, Balance balance, Ratio quantity, Ratio value, CollateralAsset asset) {
        BigDecimal cap = asset.cap();
        Ratio counted = cap == null ? value : value.min(Ratio.of(cap));
        return new BalanceRisk(
                balance,
                quantity,
                value,
                counted.times(asset.collateralFactor()),
                snapshot.lendingTerms(asset).map(terms -> terms.pledge(counted)).orElse(null));
    }
}
