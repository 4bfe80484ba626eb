package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;

/// A mark as written.
///
/// @param id the instrument or collateral asset
/// @param price above 0
/// @param time when the price was made, in UTC
/// @param source who made it
public record MarkDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String id,
        @NotNull BigDecimal price,
        @NotNull Instant time,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String source) {}
