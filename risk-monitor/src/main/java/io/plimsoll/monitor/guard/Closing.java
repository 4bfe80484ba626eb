package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;

/// What an action trades of one instrument or asset.
///
/// @param instrument the instrument or asset
/// @param notional at the mark, in the account's currency, not negative
public record Closing(String instrument, BigDecimal notional) {

    /// @throws InvalidFactException if a field is out of range
    public Closing {
        instrument = Facts.identifier("instrument", instrument);
        if (notional.signum() < 0) {
            throw new InvalidFactException(
                    "notional", "must not be negative, but is %s. Maybe the sign is wrong.".formatted(notional));
        }
    }
}
