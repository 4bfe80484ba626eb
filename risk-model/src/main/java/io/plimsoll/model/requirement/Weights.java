package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// What a unit of value counts: less than one where it is owned, more than one where it is owed.
///
/// @param asset share of a positive value that counts
/// @param liability multiple of a negative value that counts
public record Weights(Ratio asset, Ratio liability) {

    /// Plain weights.
    ///
    /// @throws io.plimsoll.model.fact.InvalidFactException if a weight is negative
    public static Weights of(BigDecimal asset, BigDecimal liability) {
        return new Weights(
                Ratio.of(Amounts.notNegative("asset", asset)), Ratio.of(Amounts.notNegative("liability", liability)));
    }

    /// Weights of which that of the asset falls once all deposits together are worth more than a start:
    /// `asset·min(1, start / deposits)`.
    ///
    /// Source: Mango v4, `scaled_init_asset_weight`; Drift protocol-v2, `get_scaled_initial_asset_weight`.
    ///
    /// @param deposits value of all deposits of the currency, over all accounts
    public Weights withDeposits(BigDecimal deposits, BigDecimal start) {
        return deposits.compareTo(start) <= 0
                ? this
                : new Weights(asset.times(start).dividedBy(Amounts.positive("deposits", deposits)), liability);
    }

    /// Weights of which that of the liability grows once all borrowings together are worth more than a start:
    /// `liability·max(1, borrows / start)`.
    ///
    /// Source: Mango v4, `scaled_init_liab_weight`.
    ///
    /// @param borrows value of all borrowings of the currency, over all accounts
    public Weights withBorrows(BigDecimal borrows, BigDecimal start) {
        return borrows.compareTo(Amounts.positive("start", start)) <= 0
                ? this
                : new Weights(asset, liability.times(borrows).dividedBy(start));
    }

    /// What this value counts, signed.
    public Ratio apply(Ratio value) {
        Ratio weight = value.signum() > 0 ? asset : liability;
        return Ratio.of(
                value.numerator().multiply(weight.numerator()),
                value.denominator().multiply(weight.denominator()));
    }
}
