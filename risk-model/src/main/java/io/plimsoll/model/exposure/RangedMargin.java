package io.plimsoll.model.exposure;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a quantity of one instrument is worth and requires, in ranges. The formulas are those of
/// [io.plimsoll.model.margin.PositionMargin].
final class RangedMargin {

    private final Instrument instrument;
    private final @Nullable OptionTerms option;
    private final Range[] floors;
    private final Range[] maintenanceRates;
    private final Range[] maintenanceAmounts;
    private final Range[] initialRates;
    private final Range strike;
    private final Range floorRate;

    /// @param leverage the highest that the owner allows; null for what the schedule allows
    RangedMargin(Instrument instrument, @Nullable BigDecimal leverage) {
        this.instrument = instrument;
        this.option = instrument.option();
        List<MarginTier> tiers = instrument.schedule().tiers();
        floors = new Range[tiers.size()];
        maintenanceRates = new Range[tiers.size()];
        maintenanceAmounts = new Range[tiers.size()];
        initialRates = new Range[tiers.size()];
        for (int k = 0; k < tiers.size(); k++) {
            MarginTier tier = tiers.get(k);
            floors[k] = Range.of(tier.floor());
            maintenanceRates[k] = Range.of(tier.maintenanceRate());
            maintenanceAmounts[k] = Range.of(tier.maintenanceAmount());
            BigDecimal used = leverage == null ? tier.maxLeverage() : leverage.min(tier.maxLeverage());
            Ratio rate = Ratio.of(BigDecimal.ONE, used);
            initialRates[k] = Range.of(
                    instrument.openInterest() == null
                            ? rate
                            : instrument.openInterest().initialMarginRate(rate));
        }
        strike = option == null ? Range.ZERO : Range.of(option.strike());
        floorRate = option == null ? Range.ZERO : Range.of(option.floorRate());
    }

    /// A number of contracts.
    ///
    /// @param isWritten whether it is negative
    /// @param units contracts × multiplier, signed
    record Quantity(boolean isWritten, Range units) {

        static Quantity of(BigDecimal quantity, Instrument instrument) {
            return new Quantity(quantity.signum() < 0, Range.of(quantity.multiply(instrument.multiplier())));
        }
    }

    /// What it is worth, signed like the quantity.
    Range value(Quantity quantity, Range price) {
        return instrument.type().isInverse() ? quantity.units.dividedBy(price) : quantity.units.times(price);
    }

    Range maintenance(Quantity quantity, Range price, @Nullable Range underlying) {
        if (option != null && !quantity.isWritten) {
            return Range.ZERO;
        }
        Range notional = scheduledNotional(quantity, price, underlying);
        int to = lastReached(notional);
        // A convex amount is the greatest of the lines of its tiers, of which those out of reach are not.
        Range scheduled = null;
        for (int k = lastPassed(notional); k <= to; k++) {
            Range line = notional.times(maintenanceRates[k]).minus(maintenanceAmounts[k]);
            scheduled = scheduled == null ? line : scheduled.max(line);
        }
        return required(quantity, scheduled == null ? Range.ANY : scheduled, price, underlying);
    }

    Range initial(Quantity quantity, Range price, @Nullable Range underlying) {
        if (option != null && !quantity.isWritten) {
            return Range.ZERO;
        }
        Range notional = scheduledNotional(quantity, price, underlying);
        // Rates rise with the tiers.
        Range rate = new Range(initialRates[lastPassed(notional)].low(), initialRates[lastReached(notional)].high());
        return required(quantity, notional.times(rate), price, underlying);
    }

    private Range scheduledNotional(Quantity quantity, Range price, @Nullable Range underlying) {
        return underlying == null
                ? value(quantity, price).abs()
                : quantity.units.abs().times(underlying);
    }

    private Range required(Quantity quantity, Range scheduled, Range price, @Nullable Range underlying) {
        if (option == null || underlying == null) {
            return scheduled;
        }
        Range away = switch (option.right()) {
            case CALL -> strike.minus(underlying);
            case PUT -> underlying.minus(strike);
        };
        Range units = quantity.units.abs();
        Range reduced = scheduled.minus(units.times(away.max(Range.ZERO)));
        Range least = units.times(underlying).times(floorRate);
        return reduced.max(least).plus(value(quantity, price).abs());
    }

    /// The highest tier that the notional is proven to have reached.
    private int lastPassed(Range notional) {
        int k = 0;
        while (k + 1 < floors.length && notional.low() >= floors[k + 1].high()) {
            k++;
        }
        return k;
    }

    /// The highest tier that the notional may have reached.
    private int lastReached(Range notional) {
        int k = floors.length - 1;
        while (k > 0 && notional.high() < floors[k].low()) {
            k--;
        }
        return k;
    }
}
