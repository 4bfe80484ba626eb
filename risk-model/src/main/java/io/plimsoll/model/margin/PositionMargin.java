package io.plimsoll.model.margin;

import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a quantity of one instrument requires at the marks. Amounts are in the account's currency, exact.
///
/// The requirement of anything but an option is the schedule's, at its notional. A bought option requires
/// nothing; a written one, for each unit of the underlying, `mark + max(rate × U − out-of-the-money amount,
/// floorRate × U)`.
///
/// @param instrument of what
/// @param mark at which price
/// @param underlying the price of an option's underlying; null for what is no option
/// @param leverage the highest that the owner allows; null for what the schedule allows
public record PositionMargin(
        Instrument instrument,
        Mark mark,
        @Nullable BigDecimal underlying,
        @Nullable BigDecimal leverage) {

    /// A piece of notional, at the instrument's own mark, in which maintenance margin is linear:
    /// `notional × rate − amount`.
    ///
    /// @param floor where it begins
    /// @param cap where it ends; null for no end
    /// @param rate per unit of notional
    /// @param amount what is deducted; negative where something is required on top
    record Piece(BigDecimal floor, @Nullable BigDecimal cap, BigDecimal rate, Ratio amount) {

        private static Piece of(MarginTier tier) {
            return new Piece(tier.floor(), tier.cap(), tier.maintenanceRate(), Ratio.of(tier.maintenanceAmount()));
        }
    }

    /// A part of a position in which maintenance margin grows evenly with the quantity, at the marks.
    ///
    /// @param from notional at which it begins
    /// @param rate maintenance margin per unit of notional
    public record Slice(Ratio from, Ratio rate) {}

    /// What an instrument requires at the marks of a snapshot.
    public static PositionMargin of(Snapshot snapshot, Instrument instrument, @Nullable BigDecimal leverage) {
        OptionTerms option = instrument.option();
        return new PositionMargin(
                instrument,
                snapshot.mark(instrument.id()),
                option == null ? null : snapshot.mark(option.underlying()).price(),
                leverage);
    }

    /// What this quantity is worth at the mark, signed like it.
    public Ratio value(BigDecimal quantity) {
        return instrument.value(quantity, mark.price());
    }

    /// The notional by which the schedule's tiers go: that of the underlying for an option, its own for all
    /// else.
    public Ratio scheduledNotional(BigDecimal quantity) {
        return underlying == null
                ? value(quantity).abs()
                : Ratio.of(quantity.abs().multiply(instrument.multiplier()).multiply(underlying));
    }

    /// What keeping this quantity requires.
    public Ratio maintenance(BigDecimal quantity) {
        Ratio notional = scheduledNotional(quantity);
        Ratio scheduled = instrument.schedule().maintenanceMargin(notional);
        return underlying == null ? scheduled : ofOption(quantity, scheduled, underlying);
    }

    /// What opening this quantity requires: its notional times the initial rate, which is the reciprocal of the
    /// leverage that tier and owner allow, and grows with open interest.
    public Ratio initial(BigDecimal quantity) {
        Ratio notional = scheduledNotional(quantity);
        BigDecimal allowed = instrument.schedule().tierAt(notional).maxLeverage();
        BigDecimal used = leverage == null ? allowed : leverage.min(allowed);
        Ratio scheduled = instrument.openInterest() == null
                ? notional.dividedBy(used)
                : notional.times(instrument.openInterest().initialMarginRate(Ratio.of(BigDecimal.ONE, used)));
        return underlying == null ? scheduled : ofOption(quantity, scheduled, underlying);
    }

    /// The pieces in which maintenance margin is linear in the notional at the instrument's own mark, in
    /// ascending order.
    List<Piece> pieces(BigDecimal quantity) {
        if (instrument.type() != InstrumentType.OPTION) {
            return instrument.schedule().tiers().stream().map(Piece::of).toList();
        }
        boolean isBought = quantity.signum() > 0;
        BigDecimal rate = isBought ? BigDecimal.ZERO : BigDecimal.ONE;
        Ratio onTop = maintenance(quantity).minus(value(quantity).abs().times(rate));
        return List.of(new Piece(BigDecimal.ZERO, null, rate, onTop.negate()));
    }

    /// The parts of a position that require differently, in ascending order: as many as its schedule has tiers
    /// up to its notional, and for a written option those where the floor begins or ends to hold. Rates never
    /// fall.
    ///
    /// @param quantity not 0
    public List<Slice> slices(BigDecimal quantity) {
        Ratio value = value(quantity).abs();
        if (underlying == null) {
            return instrument.schedule().tiers().stream()
                    .filter(tier ->
                            value.compareTo(tier.floor()) > 0 || tier.floor().signum() == 0)
                    .map(tier -> new Slice(Ratio.of(tier.floor()), Ratio.of(tier.maintenanceRate())))
                    .toList();
        }
        return quantity.signum() > 0
                ? List.of(new Slice(Ratio.ZERO, Ratio.ZERO))
                : new WrittenOption(this, underlying).slices(value);
    }

    private Ratio ofOption(BigDecimal quantity, Ratio scheduled, BigDecimal price) {
        if (quantity.signum() >= 0) {
            return Ratio.ZERO;
        }
        OptionTerms option = Objects.requireNonNull(instrument.option());
        BigDecimal units = quantity.abs().multiply(instrument.multiplier());
        Ratio reduced = scheduled.minus(units.multiply(option.outOfTheMoney(price)));
        Ratio least = Ratio.of(units.multiply(price).multiply(option.floorRate()));
        return reduced.max(least).plus(value(quantity).abs());
    }
}
