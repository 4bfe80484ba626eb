package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A contract that can be held as a position.
///
/// @param id identifier; its mark has the same one
/// @param type how it pays
/// @param instrumentClass the risk officers' grouping (`major`, `alt`), a key of the threshold tables
/// @param currency the settlement currency: of notional, margin, profit and loss
/// @param multiplier per contract, above 0: units of the underlying, or, of an inverse contract, of the quote
///     currency
/// @param lotSize the smallest step of a quantity, above 0, in contracts
/// @param schedule margin tiers, by notional in the settlement currency; an option's, by that of its underlying
/// @param takerFee what trading at the mark costs, as a share of notional, 0 to 1
/// @param option its terms if, and only if, it is an option
/// @param funding of a perpetual; null for none
/// @param openInterest by which initial margin grows; null if it does not
public record Instrument(
        String id,
        InstrumentType type,
        String instrumentClass,
        String currency,
        BigDecimal multiplier,
        BigDecimal lotSize,
        MarginSchedule schedule,
        BigDecimal takerFee,
        @Nullable OptionTerms option,
        @Nullable FundingIndex funding,
        @Nullable OpenInterest openInterest) {

    /// @throws InvalidFactException if a field is out of range, an option lacks its terms, or something else
    ///     has them
    public Instrument {
        id = Facts.identifier("id", id);
        instrumentClass = Facts.identifier("instrumentClass", instrumentClass);
        currency = Facts.identifier("currency", currency);
        multiplier = Facts.positive("multiplier", multiplier);
        lotSize = Facts.positive("lotSize", lotSize);
        takerFee = Facts.share("takerFee", takerFee);
        if ((option != null) != (type == InstrumentType.OPTION)) {
            throw new InvalidFactException(
                    "option",
                    option == null
                            ? "is missing: the type is OPTION. Maybe another type was meant."
                            : "must be left out: the type is %s. Maybe OPTION was meant.".formatted(type));
        }
        boolean isPerpetual = type == InstrumentType.LINEAR_PERPETUAL || type == InstrumentType.INVERSE_PERPETUAL;
        if (funding != null && !isPerpetual) {
            throw new InvalidFactException(
                    "funding",
                    "must be left out: the type is %s, which pays none. Maybe a perpetual was meant.".formatted(type));
        }
    }

    /// An instrument without fees, funding or growth by open interest, that is no option.
    public Instrument(
            String id,
            InstrumentType type,
            String instrumentClass,
            String currency,
            BigDecimal multiplier,
            BigDecimal lotSize,
            MarginSchedule schedule) {
        this(id, type, instrumentClass, currency, multiplier, lotSize, schedule, BigDecimal.ZERO, null, null, null);
    }

    /// What this many contracts are worth at a price, signed like the quantity, in the settlement currency:
    /// `quantity × multiplier × price`, and of an inverse contract `quantity × multiplier ÷ price`.
    ///
    /// @param price above 0
    public Ratio value(BigDecimal quantity, BigDecimal price) {
        BigDecimal units = quantity.multiply(multiplier);
        return type.isInverse() ? Ratio.of(units, price) : Ratio.of(units.multiply(price));
    }

    /// What this many contracts have gained between two prices, in the settlement currency.
    ///
    /// @param from the price at which they were opened, above 0
    /// @param to the price now, above 0
    public Ratio gain(BigDecimal quantity, BigDecimal from, BigDecimal to) {
        BigDecimal moved = quantity.multiply(multiplier).multiply(to.subtract(from));
        return type.isInverse() ? Ratio.of(moved, from.multiply(to)) : Ratio.of(moved);
    }
}
