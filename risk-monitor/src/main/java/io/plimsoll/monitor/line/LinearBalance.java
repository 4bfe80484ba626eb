package io.plimsoll.monitor.line;

import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Optional;

/// A balance as linear functions of its mark, on the side of its cap that it is on. The formulas are those of
/// [BalanceRisk].
///
/// @param risk the balance at the marks that hold now
/// @param snapshot where it is from
/// @param ranges told between which marks what was asked for is true
record LinearBalance(BalanceRisk risk, Snapshot snapshot, MarkRanges ranges) {

    String asset() {
        return risk.balance().asset();
    }

    boolean isOwn() {
        return asset().equals(snapshot.account().currency());
    }

    boolean isOwed() {
        return risk.quantity().signum() < 0;
    }

    /// At the mark, signed like the quantity.
    Linear value() {
        return isOwn() ? Linear.of(risk.quantity()) : ranges.times(asset(), risk.quantity());
    }

    /// What counts as collateral, or, of a debt, against it.
    Linear collateral() {
        return collateralAsset()
                .map(asset -> isOwed()
                        ? value().times(asset.debtFactor())
                        : counted(asset).times(asset.collateralFactor()))
                .orElseGet(this::value);
    }

    /// What debts may be taken up against.
    Linear pledged() {
        if (risk.pledge() == null) {
            return Linear.ZERO;
        }
        return collateralAsset().map(asset -> counted(asset)).orElseGet(this::value);
    }

    /// The debt that it covers.
    Linear cover() {
        BigDecimal share = collateralAsset()
                .flatMap(snapshot::lendingTerms)
                .map(CollateralTerms::liquidationLtv)
                .orElse(BigDecimal.ONE);
        return pledged().times(share);
    }

    private Optional<CollateralAsset> collateralAsset() {
        return isOwn() ? Optional.empty() : snapshot.collateralAsset(asset());
    }

    private Linear counted(CollateralAsset asset) {
        BigDecimal cap = asset.cap();
        if (cap == null || risk.quantity().signum() == 0) {
            return value();
        }
        Ratio atCap = Ratio.of(cap).dividedBy(risk.quantity());
        boolean isCapped = risk.marketValue().compareTo(cap) >= 0;
        if (isCapped) {
            ranges.above(asset(), atCap);
            return Linear.of(cap);
        }
        ranges.below(asset(), atCap);
        return value();
    }
}
