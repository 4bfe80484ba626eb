package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// A balance that interest grows without touching it: `balance = scaled · index`, where the index starts at 1
/// and is multiplied by the growth of every period.
///
/// Rounding is against the account: a debt is scaled and read with [Rounding#up], a deposit with
/// [Rounding#down]. Then nobody owes less than was lent, or can take out more than was paid in.
///
/// Source: Aave v3, `ScaledBalanceTokenBase`, and 3.5 on for the directions; Compound III,
/// `CometCore.presentValue`.
///
/// @param scaled the balance over the index, zero or more
public record IndexedBalance(BigDecimal scaled) {

    /// @throws InvalidFactException if the scaled balance is negative
    public IndexedBalance {
        Amounts.notNegative("scaled", scaled);
    }

    /// The balance of an amount that is paid in, or lent, at an index.
    ///
    /// @throws InvalidFactException if the amount is negative or the index not above zero
    public static IndexedBalance of(BigDecimal amount, BigDecimal index, Rounding rounding) {
        return new IndexedBalance(rounding.decimal(Ratio.of(amount, Amounts.positive("index", index))));
    }

    /// The balance at an index, exact.
    ///
    /// @throws InvalidFactException if the index is not above zero
    public BigDecimal at(BigDecimal index) {
        return scaled.multiply(Amounts.positive("index", index));
    }

    /// The balance at an index in the units that are paid.
    ///
    /// @throws InvalidFactException if the index is not above zero
    public BigDecimal at(BigDecimal index, Rounding rounding) {
        return rounding.decimal(at(index));
    }
}
