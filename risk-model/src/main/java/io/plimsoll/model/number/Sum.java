package io.plimsoll.model.number;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Adds ratios up, exactly. Grouped by denominator first, because the denominator of a sum is the product of
/// the different ones only: thousands of terms over the same few stay small.
public final class Sum {

    private final Map<BigDecimal, BigDecimal> numerators = new TreeMap<>();
    private BigDecimal whole = BigDecimal.ZERO;

    /// Adds a term.
    ///
    /// @throws ArithmeticException if it is unbounded
    public Sum add(Ratio term) {
        if (term.isUnbounded()) {
            throw new ArithmeticException("An unbounded ratio has no value to calculate with.");
        }
        if (term.denominator().compareTo(BigDecimal.ONE) == 0) {
            whole = whole.add(term.numerator());
        } else {
            numerators.merge(term.denominator(), term.numerator(), BigDecimal::add);
        }
        return this;
    }

    /// Adds a term.
    public Sum add(BigDecimal term) {
        whole = whole.add(term);
        return this;
    }

    /// All terms so far.
    public Ratio total() {
        Ratio total = Ratio.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> group : numerators.entrySet()) {
            total = total.plus(Ratio.of(group.getValue(), group.getKey()));
        }
        return whole.signum() == 0 && !numerators.isEmpty() ? total : total.plus(whole);
    }
}
