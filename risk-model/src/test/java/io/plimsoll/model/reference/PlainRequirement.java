package io.plimsoll.model.reference;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OpenInterest;
import io.plimsoll.model.instrument.OptionTerms;
import java.util.List;

/// What a quantity of an instrument is worth and requires, stated a second time.
///
/// Everything is a function of `x`, in which value is a straight line: the price, or for an inverse contract,
/// which is worth a fixed amount of the quote currency, what a unit of that buys: 1 ÷ price.
///
/// @param instrument of what
/// @param underlying price of an option's underlying; null for what is no option
/// @param leverage the highest that its owner allows; null for any
record PlainRequirement(Instrument instrument, Fraction underlying, Fraction leverage) {

    Fraction x(Fraction price) {
        return isInverse() ? Fraction.ONE.over(price) : price;
    }

    Fraction price(Fraction x) {
        return x(x);
    }

    boolean isInverse() {
        return instrument.type() == InstrumentType.INVERSE_PERPETUAL
                || instrument.type() == InstrumentType.INVERSE_FUTURE;
    }

    /// Spot and options: all of the value counts, because it was paid for.
    boolean isPaidFor() {
        return instrument.type() == InstrumentType.SPOT || instrument.type() == InstrumentType.OPTION;
    }

    Fraction multiplier() {
        return Fraction.of(instrument.multiplier());
    }

    Fraction value(Fraction quantity, Fraction x) {
        return quantity.times(multiplier()).times(x);
    }

    Fraction maintenance(Fraction quantity, Fraction x) {
        return underlying == null
                ? taxed(value(quantity, x).abs())
                : ofOption(quantity, x, taxed(underlyingNotional(quantity)));
    }

    Fraction initial(Fraction quantity, Fraction x) {
        Fraction notional = underlying == null ? value(quantity, x).abs() : underlyingNotional(quantity);
        Fraction scheduled = notional.times(initialRate(notional));
        return underlying == null ? scheduled : ofOption(quantity, x, scheduled);
    }

    List<MarginTier> tiers() {
        return instrument.schedule().tiers();
    }

    private Fraction underlyingNotional(Fraction quantity) {
        return quantity.abs().times(multiplier()).times(underlying);
    }

    // Slice by slice, each at the rate of its own tier.
    private Fraction taxed(Fraction notional) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < tiers().size(); i++) {
            Fraction from = Fraction.of(tiers().get(i).floor());
            Fraction to = notional;
            if (i + 1 < tiers().size()) {
                to = to.min(Fraction.of(tiers().get(i + 1).floor()));
            }
            if (to.compareTo(from) > 0) {
                sum = sum.plus(to.minus(from).times(Fraction.of(tiers().get(i).maintenanceRate())));
            }
        }
        return sum;
    }

    private Fraction initialRate(Fraction notional) {
        Fraction highest = Fraction.ONE;
        for (MarginTier tier : tiers()) {
            if (notional.compareTo(Fraction.of(tier.floor())) >= 0) {
                highest = Fraction.of(tier.maxLeverage());
            }
        }
        Fraction rate = Fraction.ONE.over(leverage == null ? highest : highest.min(leverage));
        OpenInterest open = instrument.openInterest();
        if (open == null) {
            return rate;
        }
        Fraction lower = Fraction.of(open.lower());
        Fraction grown = Fraction.of(open.notional())
                .minus(lower)
                .over(Fraction.of(open.upper()).minus(lower))
                .max(Fraction.ZERO)
                .min(Fraction.ONE);
        return rate.plus(grown.times(Fraction.ONE.minus(rate)));
    }

    // For each unit that was written: mark + max(rate of the underlying less out-of-the-money amount, floor).
    private Fraction ofOption(Fraction quantity, Fraction x, Fraction scheduled) {
        if (quantity.signum() >= 0) {
            return Fraction.ZERO;
        }
        OptionTerms terms = instrument.option();
        Fraction strike = Fraction.of(terms.strike());
        Fraction away = terms.right() == OptionTerms.Right.CALL ? strike.minus(underlying) : underlying.minus(strike);
        Fraction units = quantity.abs().times(multiplier());
        Fraction reduced = scheduled.minus(units.times(away.max(Fraction.ZERO)));
        Fraction floor = units.times(underlying).times(Fraction.of(terms.floorRate()));
        return units.times(x).plus(reduced.max(floor));
    }
}
