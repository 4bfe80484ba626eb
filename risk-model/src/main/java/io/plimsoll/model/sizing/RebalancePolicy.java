package io.plimsoll.model.sizing;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;

/// How a rule set wants to have rebalanced; `rebalancing` in its `ruleset.yaml`.
///
/// @param order what pays for what first
/// @param leastTrade the least value that a trade must have to be worth it, in the account's currency;
///     smaller ones are not done
public record RebalancePolicy(RebalanceOrder order, BigDecimal leastTrade) {

    /// What holds where a rule set says nothing: cash first, which never trades more, and trades of any size.
    public static final RebalancePolicy STANDARD = new RebalancePolicy(RebalanceOrder.CASH_FIRST, BigDecimal.ZERO);

    /// @throws InvalidFactException if the least trade is negative
    public RebalancePolicy {
        leastTrade = Facts.decimal("leastTrade", leastTrade);
        if (leastTrade.signum() < 0) {
            throw new InvalidFactException(
                    "leastTrade", "(%s) must not be negative.".formatted(leastTrade.toPlainString()));
        }
    }
}
