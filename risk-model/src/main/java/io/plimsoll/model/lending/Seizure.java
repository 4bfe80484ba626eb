package io.plimsoll.model.lending;

import java.math.BigDecimal;

/// Collateral taken for a debt that is repaid.
///
/// @param repaid amount of the debt asset
/// @param seized amount of the collateral asset that the account loses
/// @param protocolFee the part of `seized` that the lender keeps; out of the bonus only
public record Seizure(BigDecimal repaid, BigDecimal seized, BigDecimal protocolFee) {

    /// The part of `seized` that whoever liquidates gets.
    public BigDecimal toLiquidator() {
        return seized.subtract(protocolFee);
    }
}
