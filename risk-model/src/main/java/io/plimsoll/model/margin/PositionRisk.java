package io.plimsoll.model.margin;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// One position at its mark. Amounts are in the account's currency, exact.
///
/// @param position what is held
/// @param instrument of what
/// @param mark at which price
/// @param value `quantity × multiplier × mark`, signed like the quantity
/// @param unrealisedPnl `quantity × multiplier × (mark − entry)`
/// @param tier the margin tier of its notional
/// @param maintenanceMargin `notional × rate − amount` of the tier
public record PositionRisk(
        Position position,
        Instrument instrument,
        Mark mark,
        BigDecimal value,
        BigDecimal unrealisedPnl,
        MarginTier tier,
        BigDecimal maintenanceMargin) {

    /// The position at the mark.
    public static PositionRisk of(Position position, Instrument instrument, Mark mark) {
        BigDecimal value = instrument.value(position.quantity(), mark.price());
        MarginTier tier = instrument.schedule().tierAt(value.abs());
        return new PositionRisk(
                position,
                instrument,
                mark,
                value,
                instrument.value(position.quantity(), mark.price().subtract(position.entryPrice())),
                tier,
                tier.maintenanceMargin(value.abs()));
    }

    /// Identifier of the instrument, and of the position.
    public String id() {
        return instrument.id();
    }

    /// The magnitude of the value.
    public BigDecimal notional() {
        return value.abs();
    }

    /// `notional / maxLeverage` of the tier.
    public Ratio initialMargin() {
        return Ratio.of(notional(), tier.maxLeverage());
    }

    /// What the position has and needs by itself. Only an isolated position has equity of its own.
    ///
    /// @throws IllegalStateException if the position is cross-margined
    public MarginState ownMargin() {
        BigDecimal margin = position.ownMargin()
                .orElseThrow(() ->
                        new IllegalStateException("The position in %s has no margin of its own.".formatted(id())));
        return new MarginState(margin.add(unrealisedPnl), notional(), maintenanceMargin);
    }
}
