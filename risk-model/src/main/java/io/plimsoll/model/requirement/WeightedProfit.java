package io.plimsoll.model.requirement;

import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// Unrealised profit that counts as collateral only in part, losses in full.
///
/// Source: Drift protocol-v2, `get_unrealized_asset_weight` and `calculate_perp_position_value_and_pnl` in
/// `programs/drift/src/math/margin.rs`.
///
/// @param weight share of a profit that counts
/// @param premium how the share falls with the size of the profit
/// @param weights the grid of weights
public record WeightedProfit(BigDecimal weight, SizePremium premium, Rounding weights) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if the weight is negative
    public WeightedProfit {
        weight = Amounts.notNegative("weight", weight);
    }

    /// The share of this profit (or, negative, loss) that counts.
    public BigDecimal weightOf(BigDecimal profit) {
        return profit.signum() > 0 ? premium.discounted(weight, profit, weights) : BigDecimal.ONE;
    }

    /// What counts of this profit or loss, at most the cap.
    ///
    /// @param money the grid of money
    public BigDecimal counted(BigDecimal profit, BigDecimal cap, Rounding money) {
        return money.decimal(profit.multiply(weightOf(profit))).min(cap);
    }
}
