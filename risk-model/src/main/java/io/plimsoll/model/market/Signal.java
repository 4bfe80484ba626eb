package io.plimsoll.model.market;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;
import java.time.Instant;

/// A computed reading of the market, such as a realised volatility. Threshold rules may read it, because it moves more
/// slowly than marks do.
///
/// @param name what is measured (`realised_volatility`)
/// @param subject of what: an instrument, an asset, or a market
/// @param value the reading, in the unit that its name implies
/// @param time when it was computed
public record Signal(String name, String subject, BigDecimal value, Instant time) {

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public Signal {
        name = Facts.identifier("name", name);
        subject = Facts.identifier("subject", subject);
        value = Facts.decimal("value", value);
        time = Facts.instant("time", time);
    }
}
