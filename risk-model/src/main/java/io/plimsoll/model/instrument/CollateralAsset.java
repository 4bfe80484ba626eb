package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.lending.CollateralTerms;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An asset that counts as collateral at a discount, and that may be owed.
///
/// @param asset identifier; its mark has the same one
/// @param haircut the share of its market value that does not count as collateral: 0 (all counts) to below 1
/// @param lotSize the smallest step in which it trades, above 0
/// @param cap the most market value that counts, in the account's currency, above 0; null for no cap
/// @param debtFactor what a unit of it that is owed counts for: 1 (its market value) to 10
/// @param lending what can be borrowed against it; null for nothing
public record CollateralAsset(
        String asset,
        BigDecimal haircut,
        BigDecimal lotSize,
        @Nullable BigDecimal cap,
        BigDecimal debtFactor,
        @Nullable CollateralTerms lending) {

    /// @throws InvalidFactException if a field is out of range
    public CollateralAsset {
        asset = Facts.identifier("asset", asset);
        haircut = Facts.share("haircut", haircut);
        lotSize = Facts.positive("lotSize", lotSize);
        cap = cap == null ? null : Facts.positive("cap", cap);
        debtFactor = Facts.atMost("debtFactor", Facts.positive("debtFactor", debtFactor), BigDecimal.TEN);
        if (debtFactor.compareTo(BigDecimal.ONE) < 0) {
            throw new InvalidFactException(
                    "debtFactor",
                    "(%s) must be at least 1: a debt can't count for less than it is. Maybe it was meant as a haircut."
                            .formatted(debtFactor));
        }
        if (haircut.compareTo(BigDecimal.ONE) == 0) {
            throw new InvalidFactException(
                    "haircut", "must be below 1; an asset that counts nothing is no collateral. Maybe leave it out.");
        }
    }

    /// An asset without a cap, whose debts count at market value, and against which nothing can be borrowed.
    public CollateralAsset(String asset, BigDecimal haircut, BigDecimal lotSize) {
        this(asset, haircut, lotSize, null, BigDecimal.ONE, null);
    }

    /// The share of its market value that counts: `1 − haircut`.
    public BigDecimal collateralFactor() {
        return BigDecimal.ONE.subtract(haircut);
    }

    /// What can be borrowed against it, if anything.
    public Optional<CollateralTerms> lendingTerms() {
        return Optional.ofNullable(lending);
    }
}
