package io.plimsoll.rules.source;

import io.plimsoll.model.sizing.RebalanceOrder;
import io.plimsoll.model.sizing.RebalancePolicy;

/// Reads how a rule set wants to have rebalanced, from `rebalancing` in its `ruleset.yaml`. What it leaves
/// out is as in [RebalancePolicy#STANDARD].
final class RebalancingTerms {

    private static final String ORDER = "order";
    private static final String LEAST_TRADE = "leastTrade";

    private RebalancingTerms() {}

    static RebalancePolicy read(YamlFields manifest) {
        RebalancePolicy standard = RebalancePolicy.STANDARD;
        return PolicyTerms.under("rebalancing", "manifest.rebalancing", "{order: CASH_FIRST}", manifest)
                .map(terms -> {
                    terms.allowOnly(ORDER, LEAST_TRADE);
                    return new RebalancePolicy(
                            terms.choice(ORDER, RebalanceOrder.class, standard.order(), "CASH_FIRST"),
                            terms.amount(LEAST_TRADE, standard.leastTrade(), "100"));
                })
                .orElse(standard);
    }
}
