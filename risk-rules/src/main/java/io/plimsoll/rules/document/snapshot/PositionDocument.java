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
/// @param isolatedMargin the margin set aside for it; given if, and only if, the account is isolated
public record PositionDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String instrument,
        @NotNull BigDecimal quantity,
        @NotNull BigDecimal entryPrice,
        @Nullable BigDecimal isolatedMargin) {}
