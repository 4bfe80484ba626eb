package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;

/// An asset that counts as collateral at a discount.
///
/// @param asset identifier; its mark has the same one
/// @param haircut the share of its market value that does not count as collateral: 0 (all counts) to below 1
/// @param lotSize the smallest step in which it trades, above 0
public record CollateralAsset(String asset, BigDecimal haircut, BigDecimal lotSize) {

    /// @throws InvalidFactException if a field is out of range
    public CollateralAsset {
        asset = Facts.identifier("asset", asset);
        haircut = Facts.share("haircut", haircut);
        lotSize = Facts.positive("lotSize", lotSize);
        if (haircut.compareTo(BigDecimal.ONE) == 0) {
            throw new InvalidFactException(
                    "haircut", "must be below 1; an asset that counts nothing is no collateral. Maybe leave it out.");
        }
    }

    /// The share of its market value that counts: `1 − haircut`.
    public BigDecimal collateralFactor() {
        return BigDecimal.ONE.subtract(haircut);
    }
}
