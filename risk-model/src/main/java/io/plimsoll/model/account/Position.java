package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an account holds of an instrument.
///
/// @param instrument identifier of the instrument; an account has at most one position in each
/// @param quantity contracts: positive for long, negative for short, never 0
/// @param entryPrice average price at which it was opened, above 0
/// @param isolatedMargin the margin set aside for it, in the account's currency; present if, and only if, the account
///     is [MarginMode#ISOLATED]
public record Position(
        String instrument,
        BigDecimal quantity,
        BigDecimal entryPrice,
        @Nullable BigDecimal isolatedMargin) {

    /// @throws InvalidFactException if a field is out of range
    public Position {
        instrument = Facts.identifier("instrument", instrument);
        quantity = Facts.decimal("quantity", quantity);
        entryPrice = Facts.positive("entryPrice", entryPrice);
        isolatedMargin = isolatedMargin == null ? null : Facts.decimal("isolatedMargin", isolatedMargin);
        if (quantity.signum() == 0) {
            throw new InvalidFactException("quantity", "must not be 0. Maybe leave the position out.");
        }
    }

    /// A position of a cross-margined account.
    public static Position cross(String instrument, BigDecimal quantity, BigDecimal entryPrice) {
        return new Position(instrument, quantity, entryPrice, null);
    }

    /// Whether it gains when the price rises.
    public boolean isLong() {
        return quantity.signum() > 0;
    }

    /// The margin of its own, if the account is isolated.
    public Optional<BigDecimal> ownMargin() {
        return Optional.ofNullable(isolatedMargin);
    }
}
