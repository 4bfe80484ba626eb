package io.plimsoll.model.requirement;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import java.math.BigDecimal;

/// What a position is worth, by the kind of contract, and the margin that follows from it. Unsigned.
public final class Notional {

    private Notional() {}

    /// `|quantity|·price`, in the quote currency.
    public static Ratio linear(BigDecimal quantity, BigDecimal price) {
        return Ratio.of(quantity.abs().multiply(price));
    }

    /// `|quantity| / price`, in the base currency: contracts are worth a fixed amount of the quote currency.
    ///
    /// Source: NautilusTrader, `crates/model/src/accounts/margin_model.rs`.
    public static Ratio inverse(BigDecimal quantity, BigDecimal price) {
        return Ratio.of(quantity.abs(), Amounts.positive("price", price));
    }

    /// `|quantity|`, in the quote currency: what an inverse contract is worth at any price.
    public static Ratio inverseInQuote(BigDecimal quantity) {
        return Ratio.of(quantity.abs());
    }

    /// The margin of a notional: `notional·rate / leverage`.
    ///
    /// @param leverage 1 where the rate says it all
    public static Ratio margin(Ratio notional, BigDecimal rate, BigDecimal leverage) {
        return notional.times(Amounts.notNegative("rate", rate)).dividedBy(Amounts.positive("leverage", leverage));
    }
}
