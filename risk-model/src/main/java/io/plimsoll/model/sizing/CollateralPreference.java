package io.plimsoll.model.sizing;

import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// In which order collateral is sold: what gains the most cover for the bonus that it costs goes first.
///
/// A repayment gains, for each unit, `clear − (1 + bonus) × LT` towards a health factor, and
/// `1 − clear × (1 + bonus)` towards a loan to value.
///
/// @param threshold of LTV or HEALTH_FACTOR
record CollateralPreference(Threshold threshold) {

    List<Loan.Item> order(List<Loan.Item> pledged) {
        return pledged.stream()
                .sorted(Comparator.comparing(this::isOfNoGain)
                        .thenComparing(this::byGainPerBonus)
                        .thenComparing(Comparator.comparing(this::gain).reversed())
                        .thenComparing(Comparator.comparing(Loan.Item::value).reversed())
                        .thenComparing(item -> item.asset))
                .toList();
    }

    private boolean isOfNoGain(Loan.Item item) {
        return gain(item).signum() <= 0;
    }

    // By cross-multiplication: a bonus of 0 is the best. Those that gain nothing follow in the order of their bonus.
    private int byGainPerBonus(Loan.Item a, Loan.Item b) {
        BigDecimal costOfA = a.terms.liquidationBonus();
        BigDecimal costOfB = b.terms.liquidationBonus();
        return isOfNoGain(a)
                ? costOfA.compareTo(costOfB)
                : gain(b).multiply(costOfA).compareTo(gain(a).multiply(costOfB));
    }

    private BigDecimal gain(Loan.Item item) {
        BigDecimal taken = BigDecimal.ONE.add(item.terms.liquidationBonus());
        return threshold.metric() == Metric.LTV
                ? BigDecimal.ONE.subtract(threshold.clear().multiply(taken))
                : threshold.clear().subtract(taken.multiply(item.terms.liquidationLtv()));
    }
}
