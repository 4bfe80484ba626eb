package io.plimsoll.rules.source;

import io.plimsoll.model.lending.CloseFactor;
import io.plimsoll.model.lending.LeastRemainder;
import io.plimsoll.model.sizing.LendingPolicy;
import io.plimsoll.model.sizing.LiquidationOrder;
import io.plimsoll.model.sizing.LiquidationPolicy;

/// Reads how a rule set wants to have liquidated, from `liquidation` in its `ruleset.yaml`. What it leaves
/// out is as in [LiquidationPolicy#STANDARD].
final class LiquidationTerms {

    private static final String KEY = "liquidation";
    private static final String ORDER = "order";
    private static final String INSURANCE_FEE = "insuranceFee";
    private static final String CLOSE_FACTOR = "closeFactor";
    private static final String WHOLE_UP_TO_HEALTH = "wholeUpToHealth";
    private static final String WHOLE_BELOW_VALUE = "wholeBelowValue";
    private static final String LEAST_REMAINDER = "leastRemainder";

    private final PolicyTerms terms;

    private LiquidationTerms(PolicyTerms terms) {
        this.terms = terms;
    }

    static LiquidationPolicy read(YamlFields manifest) {
        return PolicyTerms.under(KEY, "manifest.liquidation", "{order: LOSERS_FIRST}", manifest)
                .map(terms -> new LiquidationTerms(terms).policy())
                .orElse(LiquidationPolicy.STANDARD);
    }

    private LiquidationPolicy policy() {
        terms.allowOnly(ORDER, INSURANCE_FEE, CLOSE_FACTOR, WHOLE_UP_TO_HEALTH, WHOLE_BELOW_VALUE, LEAST_REMAINDER);
        LiquidationPolicy standard = LiquidationPolicy.STANDARD;
        return new LiquidationPolicy(
                terms.choice(ORDER, LiquidationOrder.class, standard.order(), "LARGEST_FIRST"),
                terms.share(INSURANCE_FEE, standard.insuranceFee(), "0.5 %"),
                lending(standard.lending()));
    }

    private LendingPolicy lending(LendingPolicy standard) {
        CloseFactor closeFactor = standard.closeFactor();
        return new LendingPolicy(
                new CloseFactor(
                        terms.share(CLOSE_FACTOR, closeFactor.defaultShare(), "50 %"),
                        terms.amount(WHOLE_UP_TO_HEALTH, closeFactor.wholeUpToHealth(), "0.95"),
                        terms.amount(WHOLE_BELOW_VALUE, closeFactor.wholeBelowValue(), "2000")),
                new LeastRemainder(
                        terms.amount(LEAST_REMAINDER, standard.leastRemainder().value(), "1000")));
    }
}
