package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A position as written.
///
/// @param instrument identifier of the instrument
/// @param quantity contracts: positive for long, negative for short, never 0
/// @param entryPrice average price at which it was opened, above 0
/// @param isolatedMargin the margin set aside for it; left out if it shares the account's balances
/// @param leverage the highest leverage that its owner allows, 1 to 1000; left out for what the schedule allows
/// @param fundingIndex the instrument's funding index when funding was last settled
/// @param bestMark the best mark since it was opened: highest of a long, lowest of a short
public record PositionDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String instrument,
        @NotNull BigDecimal quantity,
        @NotNull BigDecimal entryPrice,
        @Nullable BigDecimal isolatedMargin,
        @Nullable BigDecimal leverage,
        @Nullable BigDecimal fundingIndex,
        @Nullable BigDecimal bestMark) {}
