package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;

/// A contract that can be held as a position.
///
/// @param id identifier; its mark has the same one
/// @param type how it pays
/// @param instrumentClass the risk officers' grouping (`major`, `alt`), a key of the threshold tables
/// @param currency the settlement currency: of notional, margin, profit and loss
/// @param multiplier units of the underlying per contract, above 0
/// @param lotSize the smallest step of a quantity, above 0, in contracts
/// @param schedule margin tiers, by notional in the settlement currency
public record Instrument(
        String id,
        InstrumentType type,
        String instrumentClass,
        String currency,
        BigDecimal multiplier,
        BigDecimal lotSize,
        MarginSchedule schedule) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public Instrument {
        id = Facts.identifier("id", id);
        instrumentClass = Facts.identifier("instrumentClass", instrumentClass);
        currency = Facts.identifier("currency", currency);
        multiplier = Facts.positive("multiplier", multiplier);
        lotSize = Facts.positive("lotSize", lotSize);
    }

    /// What this many contracts are worth at a price, signed like the quantity, in the settlement currency:
    /// `quantity × multiplier × price`.
    public BigDecimal value(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(multiplier).multiply(price);
    }
}
