package io.plimsoll.model.sizing;

import io.plimsoll.model.action.AssetCure;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.lending.Pledge;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How much of a collateral asset adds an amount of equity by itself.
///
/// What is owed of the asset is repaid first, which counts with the debt factor; what is held counts after the
/// haircut, up to the cap. The quantity is what separates today's from the one whose counted value is higher by
/// the amount, rounded up to the lot: `(counted⁻¹(counted(q) + amount) − q)`.
///
/// @param snapshot whose collateral assets
/// @param risk of its account
record CollateralCures(Snapshot snapshot, AccountRisk risk) {

    /// The quantity of an asset. Empty if no quantity does, because the cap is reached before, or the asset has
    /// no mark.
    ///
    /// @param missing equity to be added, above 0
    /// @param more whether more than that must be added
    Optional<AssetCure> of(CollateralAsset asset, Ratio missing, boolean more) {
        return mark(asset)
                .flatMap(mark -> quantity(asset, mark.price(), missing, more)
                        .map(quantity -> new AssetCure(asset.asset(), quantity)));
    }

    /// The quantity of an asset that cures loan to value or the health factor; empty as above, and if it is no
    /// collateral for debts and too little is owed of it.
    Optional<AssetCure> ofDebt(CollateralAsset asset, Threshold threshold) {
        Optional<BalanceRisk> balance = balance(risk, asset.asset());
        Ratio value = balance.map(BalanceRisk::marketValue).orElse(Ratio.ZERO);
        LendingCures.Side side = new LendingCures.Side(
                value.negate().max(Ratio.ZERO),
                balance.map(BalanceRisk::pledge).map(Pledge::value).orElse(Ratio.ZERO),
                asset.cap(),
                snapshot.lendingTerms(asset)
                        .map(CollateralTerms::liquidationLtv)
                        .orElse(null));
        return mark(asset)
                .flatMap(mark -> new LendingCures(risk.lending(), threshold)
                        .value(side)
                        .map(cure -> cure.dividedBy(mark.price()).wholeUnits(asset.lotSize(), RoundingMode.CEILING))
                        .map(lots -> new AssetCure(asset.asset(), Decimals.canonical(lots.multiply(asset.lotSize())))));
    }

    /// The account's own currency, which covers debts at its value.
    static LendingCures.Side currency(AccountRisk risk) {
        Ratio quantity = balance(risk, risk.account().currency())
                .map(BalanceRisk::quantity)
                .orElse(Ratio.ZERO);
        return new LendingCures.Side(quantity.negate().max(Ratio.ZERO), quantity.max(Ratio.ZERO), null, BigDecimal.ONE);
    }

    private static Optional<BalanceRisk> balance(AccountRisk risk, String asset) {
        return risk.balances().stream()
                .filter(held -> held.balance().asset().equals(asset))
                .findFirst();
    }

    private Optional<BigDecimal> quantity(CollateralAsset asset, BigDecimal price, Ratio missing, boolean more) {
        Optional<BalanceRisk> balance = balance(risk, asset.asset());
        Ratio held = balance.map(BalanceRisk::quantity).orElse(Ratio.ZERO);
        Ratio counted =
                balance.map(BalanceRisk::collateralValue).orElse(Ratio.ZERO).plus(missing);
        Ratio value = counted.signum() < 0
                ? counted.dividedBy(asset.debtFactor())
                : counted.dividedBy(asset.collateralFactor());
        BigDecimal cap = asset.cap();
        boolean isCapped = cap != null && (more ? value.compareTo(cap) >= 0 : value.compareTo(cap) > 0);
        if (isCapped) {
            return Optional.empty();
        }
        Ratio lots = value.dividedBy(price).minus(held).dividedBy(asset.lotSize());
        BigDecimal whole = more
                ? lots.wholeUnits(BigDecimal.ONE, RoundingMode.FLOOR).add(BigDecimal.ONE)
                : lots.wholeUnits(BigDecimal.ONE, RoundingMode.CEILING);
        return Optional.of(Decimals.canonical(whole.multiply(asset.lotSize())));
    }

    private Optional<Mark> mark(CollateralAsset asset) {
        return snapshot.marks().stream()
                .filter(mark -> mark.id().equals(asset.asset()))
                .findFirst();
    }
}
