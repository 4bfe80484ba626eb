package io.plimsoll.model.sizing;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;

/// How a rule set wants to have liquidated; `liquidation` in its `ruleset.yaml`.
///
/// @param order which positions are closed first
/// @param insuranceFee what a closed position pays to the insurance fund, as a share of its notional, 0 to 1;
///     never more than what is left of equity
/// @param lending how collateral is sold for debts
public record LiquidationPolicy(LiquidationOrder order, BigDecimal insuranceFee, LendingPolicy lending) {

    /// What holds where a rule set says nothing: least cost first, nothing for the insurance fund, and half of
    /// a debt at a time.
    public static final LiquidationPolicy STANDARD =
            new LiquidationPolicy(LiquidationOrder.MARGIN_RELEASED_PER_COST, BigDecimal.ZERO);

    /// @throws io.plimsoll.model.fact.InvalidFactException if the fee is no share
    public LiquidationPolicy {
        insuranceFee = Facts.share("insuranceFee", insuranceFee);
    }

    /// The standard policy for collateral.
    public LiquidationPolicy(LiquidationOrder order, BigDecimal insuranceFee) {
        this(order, insuranceFee, LendingPolicy.STANDARD);
    }
}
