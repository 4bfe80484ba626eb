package io.plimsoll.model.requirement;

import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// Initial margin as a share of the notional, maintenance margin as a share of the initial.
///
/// Source: dYdX v4-chain, `protocol/x/perpetuals/types/liquidity_tier.go`.
///
/// @param initial initial margin per unit of notional
/// @param maintenanceShare maintenance margin per unit of initial margin
public record MarginFractions(BigDecimal initial, BigDecimal maintenanceShare) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a fraction is not from 0 to 1
    public MarginFractions {
        initial = Amounts.share("initial", initial);
        maintenanceShare = Amounts.share("maintenanceShare", maintenanceShare);
    }

    /// The maintenance margin: a share of the initial margin as it is rounded, before it grows with open
    /// interest.
    ///
    /// @param notional unsigned
    /// @param money [Rounding#up], against the account
    public BigDecimal maintenance(BigDecimal notional, Rounding money) {
        BigDecimal base = money.decimal(notional.abs().multiply(initial));
        return money.decimal(base.multiply(maintenanceShare));
    }
}
