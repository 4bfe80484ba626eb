package io.plimsoll.model.margin;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;

/// One position at its mark. Amounts are in the account's currency, exact.
///
/// @param position what is held
/// @param margin what its instrument requires at the marks
/// @param value at the mark, signed like the quantity; see [Instrument#value]
/// @param unrealisedPnl gained since entry; see [Instrument#gain]
/// @param funding received since it was last settled; negative if paid: `−quantity × multiplier × (index now −
///     then)`
/// @param maintenanceMargin what keeping it requires
/// @param initialMargin what opening it requires
public record PositionRisk(
        Position position,
        PositionMargin margin,
        Ratio value,
        Ratio unrealisedPnl,
        Ratio funding,
        Ratio maintenanceMargin,
        Ratio initialMargin) {

    /// The position at the marks of a snapshot.
    public static PositionRisk of(Snapshot snapshot, Position position) {
        Instrument instrument = snapshot.instrument(position.instrument());
        PositionMargin margin = PositionMargin.of(snapshot, instrument, position.leverage());
        BigDecimal quantity = position.quantity();
        return new PositionRisk(
                position,
                margin,
                margin.value(quantity),
                instrument.gain(quantity, position.entryPrice(), margin.mark().price()),
                funding(snapshot, instrument, position),
                margin.maintenance(quantity),
                margin.initial(quantity));
    }

    /// Identifier of the instrument, and of the position.
    public String id() {
        return position.instrument();
    }

    /// Of what.
    public Instrument instrument() {
        return margin.instrument();
    }

    /// At which price.
    public Mark mark() {
        return margin.mark();
    }

    /// The magnitude of the value.
    public Ratio notional() {
        return value.abs();
    }

    /// The margin tier of its notional; of an option's underlying notional.
    public MarginTier tier() {
        return instrument().schedule().tierAt(margin.scheduledNotional(position.quantity()));
    }

    /// What it adds to equity: what it gained, or, where the balances have paid for it, what it is worth; and
    /// funding.
    public Ratio contribution() {
        Ratio held = instrument().type().isPaidFor() ? value : unrealisedPnl;
        return funding.signum() == 0 ? held : held.plus(funding);
    }

    /// What the position has and needs by itself. Only an isolated position has equity of its own.
    ///
    /// @throws IllegalStateException if the position shares the account's balances
    public MarginState ownMargin() {
        BigDecimal own = position.ownMargin()
                .orElseThrow(() ->
                        new IllegalStateException("The position in %s has no margin of its own.".formatted(id())));
        return new MarginState(contribution().plus(own), notional(), maintenanceMargin);
    }

    private static Ratio funding(Snapshot snapshot, Instrument instrument, Position position) {
        FundingIndex index = instrument.funding();
        BigDecimal settled = position.fundingIndex();
        if (index == null || settled == null) {
            return Ratio.ZERO;
        }
        BigDecimal units = position.quantity().multiply(instrument.multiplier());
        return index.at(snapshot.asOf()).minus(settled).times(units.negate());
    }
}
