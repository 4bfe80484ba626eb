package io.plimsoll.model.requirement;

import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// A written option, margined by what it would cost to buy back and a share of the underlying.
///
/// Source: Regulation T as QuantConnect LEAN states it, `OptionMarginModel`.
///
/// @param isCall otherwise a put
/// @param strike price at which it may be exercised
/// @param premium its price
/// @param underlying price of the underlying
public record ShortOption(boolean isCall, BigDecimal strike, BigDecimal premium, BigDecimal underlying) {

    private static final BigDecimal AT_THE_MONEY = new BigDecimal("0.2");
    private static final BigDecimal LEAST = new BigDecimal("0.1");

    /// @throws io.plimsoll.model.fact.InvalidFactException if a price is negative
    public ShortOption {
        strike = Amounts.notNegative("strike", strike);
        premium = Amounts.notNegative("premium", premium);
        underlying = Amounts.notNegative("underlying", underlying);
    }

    /// How far it is out of the money, zero if it is in.
    public BigDecimal outOfTheMoney() {
        BigDecimal distance = strike.subtract(underlying);
        return (isCall ? distance : distance.negate()).max(BigDecimal.ZERO);
    }

    /// Maintenance margin per unit: `premium + max(20 %·U − OTM, 10 %·U)`.
    public BigDecimal maintenance() {
        BigDecimal floor = underlying.multiply(LEAST);
        return underlying
                .multiply(AT_THE_MONEY)
                .subtract(outOfTheMoney())
                .max(floor)
                .add(premium);
    }
}
