package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;

/// A signal as written.
///
/// @param name what is measured
/// @param subject of what: an instrument, an asset, or a market
/// @param value the reading
/// @param time when it was computed, in UTC
public record SignalDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String name,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String subject,
        @NotNull BigDecimal value,
        @NotNull Instant time) {}
