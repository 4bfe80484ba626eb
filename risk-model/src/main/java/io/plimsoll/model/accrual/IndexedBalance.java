package io.plimsoll.model.accrual;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Rounding;
import java.math.BigDecimal;

/// A balance that interest grows without touching it: `balance = scaled · index`, where the index starts at 1 and is
/// multiplied by the growth of every period.
///
/// Rounding is against the account: a debt is scaled and read with [Rounding#ofDebt(int)], a deposit with
/// [Rounding#ofCollateral(int)]. Then nobody owes less than was lent, or can take out more than was paid in.
///
/// Source: Aave v3, `ScaledBalanceTokenBase`, and 3.5 on for the directions; Compound III, `CometCore.presentValue`.
///
/// @param scaled the balance over the index, zero or more
public record IndexedBalance(BigDecimal scaled) {

    /// @throws InvalidFactException if the scaled balance is negative
    public IndexedBalance {
        if (scaled.signum() < 0) {
            throw new InvalidFactException(
                    "scaled", "must not be negative, but is %s. Maybe a debt was given its sign.".formatted(scaled));
        }
    }

    /// The balance of an amount that is paid in, or lent, at an index.
    ///
    /// @throws InvalidFactException if the amount is negative or the index not above zero
    public static IndexedBalance of(BigDecimal amount, BigDecimal index, Rounding rounding) {
        return new IndexedBalance(rounding.of(Ratio.of(amount, positive(index))));
    }

    /// The balance at an index, exact.
    ///
    /// @throws InvalidFactException if the index is not above zero
    public BigDecimal at(BigDecimal index) {
        return scaled.multiply(positive(index));
    }

    /// The balance at an index in the units that are paid.
    ///
    /// @throws InvalidFactException if the index is not above zero
    public BigDecimal at(BigDecimal index, Rounding rounding) {
        return rounding.of(at(index));
    }

    private static BigDecimal positive(BigDecimal index) {
        if (index.signum() <= 0) {
            throw new InvalidFactException(
                    "index", "must be greater than 0, but is %s. Maybe it was never started at 1.".formatted(index));
        }
        return index;
    }
}
