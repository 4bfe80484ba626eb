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
/// @param isolatedMargin the margin set aside for it, in the account's currency; null if it shares the balances
/// @param leverage the highest leverage that its owner allows, at least 1; null for what the schedule allows
/// @param fundingIndex the instrument's funding index when funding was last settled; null for nothing since
/// @param bestMark the best mark since it was opened (highest of a long, lowest of a short), above 0; null if
///     unknown
public record Position(
        String instrument,
        BigDecimal quantity,
        BigDecimal entryPrice,
        @Nullable BigDecimal isolatedMargin,
        @Nullable BigDecimal leverage,
        @Nullable BigDecimal fundingIndex,
        @Nullable BigDecimal bestMark) {

    private static final BigDecimal HIGHEST_LEVERAGE = BigDecimal.valueOf(1000);

    /// @throws InvalidFactException if a field is out of range
    public Position {
        instrument = Facts.identifier("instrument", instrument);
        quantity = Facts.decimal("quantity", quantity);
        entryPrice = Facts.positive("entryPrice", entryPrice);
        isolatedMargin = isolatedMargin == null ? null : Facts.decimal("isolatedMargin", isolatedMargin);
        leverage = leverage == null ? null : requireLeverage(Facts.positive("leverage", leverage));
        fundingIndex = fundingIndex == null ? null : Facts.decimal("fundingIndex", fundingIndex);
        bestMark = bestMark == null ? null : Facts.positive("bestMark", bestMark);
        if (quantity.signum() == 0) {
            throw new InvalidFactException("quantity", "must not be 0. Maybe leave the position out.");
        }
    }

    /// A position of which nothing but this is known.
    public Position(
            String instrument, BigDecimal quantity, BigDecimal entryPrice, @Nullable BigDecimal isolatedMargin) {
        this(instrument, quantity, entryPrice, isolatedMargin, null, null, null);
    }

    /// A position that shares the account's balances.
    public static Position cross(String instrument, BigDecimal quantity, BigDecimal entryPrice) {
        return new Position(instrument, quantity, entryPrice, null);
    }

    /// The same position with another quantity.
    public Position withQuantity(BigDecimal other) {
        return new Position(instrument, other, entryPrice, isolatedMargin, leverage, fundingIndex, bestMark);
    }

    /// The same position with another margin of its own.
    public Position withMargin(BigDecimal other) {
        return new Position(instrument, quantity, entryPrice, other, leverage, fundingIndex, bestMark);
    }

    /// Whether it gains when the price rises.
    public boolean isLong() {
        return quantity.signum() > 0;
    }

    /// Whether it has margin of its own, and nothing else backs it.
    public boolean isIsolated() {
        return isolatedMargin != null;
    }

    /// The margin of its own, if it has any.
    public Optional<BigDecimal> ownMargin() {
        return Optional.ofNullable(isolatedMargin);
    }

    private static BigDecimal requireLeverage(BigDecimal leverage) {
        if (leverage.compareTo(BigDecimal.ONE) < 0 || leverage.compareTo(HIGHEST_LEVERAGE) > 0) {
            throw new InvalidFactException(
                    "leverage",
                    "(%s) must be from 1 to 1000. Maybe it was meant as a margin rate.".formatted(leverage));
        }
        return leverage;
    }
}
