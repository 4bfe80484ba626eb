package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.Optional;

/// A perpetual that is sold off to end a margin shortage, at a fee to the liquidator and one to the insurance
/// fund.
///
/// Source: Drift protocol-v2, `programs/drift/src/math/liquidation.rs`.
///
/// @param price mark of the base asset, zero if unknown
/// @param quotePrice mark of the settlement currency, 1 where it is the unit of money
/// @param marginRate margin per unit of notional that closing frees, with any buffer
/// @param liquidatorFee share of the notional
/// @param money the grid of prices and rates
public record PerpetualCover(
        BigDecimal price, BigDecimal quotePrice, BigDecimal marginRate, BigDecimal liquidatorFee, Rounding money) {

    // A fund fee that took all of what closing frees would leave the shortage as it is.
    private static final BigDecimal FUND_SHARE = new BigDecimal("0.95");

    /// @throws io.plimsoll.model.fact.InvalidFactException if a price, rate or fee is negative
    public PerpetualCover {
        price = Amounts.notNegative("price", price);
        quotePrice = Amounts.notNegative("quotePrice", quotePrice);
        marginRate = Amounts.notNegative("marginRate", marginRate);
        liquidatorFee = Amounts.notNegative("liquidatorFee", liquidatorFee);
    }

    /// The size to close that ends the shortage: `shortage / (p·p_quote·(rate − fee) − p·fundFee)`. Empty if
    /// no size does, because fees take all that closing frees: then everything is to be closed.
    ///
    /// @param shortage what equity lacks of the requirement, zero or positive
    /// @param fundFee share of the notional that goes to the insurance fund
    /// @param lots of the size; [Rounding#up] ends the shortage for certain, Drift truncates here and rounds
    ///     up later
    public Optional<Ratio> size(BigDecimal shortage, BigDecimal fundFee, Rounding lots) {
        BigDecimal gross = money.decimal(value().multiply(marginRate.subtract(liquidatorFee)));
        BigDecimal freed = gross.subtract(money.decimal(price.multiply(fundFee)));
        return price.signum() == 0 || marginRate.compareTo(liquidatorFee) <= 0 || freed.signum() <= 0
                ? Optional.empty()
                : Optional.of(lots.of(Ratio.of(Amounts.notNegative("shortage", shortage), freed)));
    }

    /// The insurance fund's fee that still lets the close end the shortage: `min(cap, 0.95·(rate − fee −
    /// shortage / (size·p·p_quote)))`, not below zero.
    ///
    /// @param size unsigned
    /// @param cap the highest fee
    public BigDecimal fundFee(BigDecimal shortage, BigDecimal size, BigDecimal cap) {
        BigDecimal value = value();
        if (value.signum() == 0 || size.signum() == 0 || marginRate.compareTo(liquidatorFee) <= 0) {
            return BigDecimal.ZERO;
        }
        Ratio perUnit = money.of(Ratio.of(shortage, size));
        BigDecimal implied = money.decimal(perUnit.dividedBy(value));
        BigDecimal room = marginRate.subtract(liquidatorFee).subtract(implied).max(BigDecimal.ZERO);
        return money.decimal(room.multiply(FUND_SHARE)).min(cap);
    }

    private BigDecimal value() {
        return money.decimal(price.multiply(quotePrice));
    }
}
