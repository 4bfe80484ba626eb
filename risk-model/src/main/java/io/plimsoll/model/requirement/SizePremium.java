package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Large positions weigh more: requirements rise, and weights fall, with the square root of the size.
///
/// Source: Drift protocol-v2, `calculate_size_premium_liability_weight` and
/// `calculate_size_discount_asset_weight` in `programs/drift/src/math/margin.rs`. There sizes are counted in
/// 10^-9 and the root is the whole number `isqrt(10·size + 1)` in 10^-5: so the offset is 10^-10 and the
/// root's step 10^-5.
///
/// @param factor how steep; zero for no premium
/// @param offset added to the size under the root
/// @param rootStep the grid on which the root is cut off
/// @param terms the grid on which `root·factor` is kept in a discount
public record SizePremium(BigDecimal factor, BigDecimal offset, BigDecimal rootStep, Rounding terms) {

    private static final BigDecimal REST = new BigDecimal("0.8");
    private static final BigDecimal NUMERATOR = new BigDecimal("1.1");

    /// @throws io.plimsoll.model.fact.InvalidFactException if a figure is negative, or the step not positive
    public SizePremium {
        factor = Amounts.notNegative("factor", factor);
        offset = Amounts.notNegative("offset", offset);
        rootStep = Amounts.positive("rootStep", rootStep);
    }

    /// The weight of an asset of this size: `min(weight, 1.1 / (1 + factor·√size))`.
    ///
    /// @param size unsigned
    /// @param weights the grid of weights; Drift truncates, which is against the account
    public BigDecimal discounted(BigDecimal weight, BigDecimal size, Rounding weights) {
        if (factor.signum() == 0) {
            return weight;
        }
        BigDecimal growth = terms.decimal(root(size).multiply(factor));
        return weights.decimal(Ratio.of(NUMERATOR, BigDecimal.ONE.add(growth))).min(weight);
    }

    /// The rate or weight of a liability of this size: `max(rate, 0.8·rate + factor·√size)`.
    ///
    /// @param size unsigned
    /// @param rates the grid of rates; Drift truncates both terms, which is in the account's favour
    public BigDecimal raised(BigDecimal rate, BigDecimal size, Rounding rates) {
        if (factor.signum() == 0) {
            return rate;
        }
        BigDecimal fifth = rates.decimal(rate.subtract(rate.multiply(REST)));
        return rate.subtract(fifth)
                .add(rates.decimal(root(size).multiply(factor)))
                .max(rate);
    }

    /// `√(size + offset)`, cut off at the step: the greatest multiple of the step whose square is not
    /// greater.
    BigDecimal root(BigDecimal size) {
        BigDecimal square = Amounts.notNegative("size", size).add(offset);
        BigInteger steps = square.divide(rootStep.multiply(rootStep), 0, RoundingMode.FLOOR)
                .toBigInteger()
                .sqrt();
        return rootStep.multiply(new BigDecimal(steps));
    }
}
