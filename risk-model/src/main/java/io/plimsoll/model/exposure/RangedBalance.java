package io.plimsoll.model.exposure;

import io.plimsoll.model.exposure.Tally.Part;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/// A balance in ranges. The formulas are those of [BalanceRisk].
final class RangedBalance implements RangedHolding {

    private final Range quantity;
    private final boolean isOwed;
    private final boolean isPriced;
    private final @Nullable Range cap;
    private final Range factor;
    private final @Nullable Range cover;

    private RangedBalance(
            BalanceRisk balance, boolean isPriced, @Nullable Range cap, Range factor, @Nullable Range cover) {
        this.quantity = Range.of(balance.quantity());
        this.isOwed = balance.quantity().signum() < 0;
        this.isPriced = isPriced;
        this.cap = isOwed ? null : cap;
        this.factor = factor;
        this.cover = isOwed ? null : cover;
    }

    static RangedBalance of(Snapshot snapshot, BalanceRisk balance) {
        String id = balance.balance().asset();
        if (id.equals(snapshot.account().currency())) {
            return new RangedBalance(balance, false, null, Range.ONE, Range.ONE);
        }
        CollateralAsset asset = snapshot.collateralAsset(id).orElseThrow();
        boolean isOwed = balance.quantity().signum() < 0;
        return new RangedBalance(
                balance,
                true,
                asset.cap() == null ? null : Range.of(asset.cap()),
                Range.of(isOwed ? asset.debtFactor() : asset.collateralFactor()),
                snapshot.lendingTerms(asset)
                        .map(CollateralTerms::liquidationLtv)
                        .map(Range::of)
                        .orElse(null));
    }

    @Override
    public void addTo(Tally tally, Range price, @Nullable Range underlying) {
        Range value = value(price);
        Range counted = cap == null ? value : value.min(cap);
        tally.add(Part.NET_WORTH, value);
        tally.add(Part.EQUITY, counted.times(factor));
        if (isPriced) {
            tally.add(Part.MAGNITUDE, value.abs());
            tally.add(Part.SQUARE, value.times(value));
        }
        if (isOwed) {
            tally.add(Part.DEBT, value.negate());
        }
        if (cover != null) {
            tally.add(Part.COLLATERAL, counted);
            tally.add(Part.COVER, counted.times(cover));
        }
    }

    @Override
    public Range value(Range price) {
        return quantity.times(price);
    }
}
