package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/// A collateral asset as written.
///
/// @param asset identifier; its mark has the same one
/// @param haircut the share of its value that does not count: 0 to below 1
/// @param lotSize the smallest step in which it trades, above 0
public record CollateralDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String asset,
        @NotNull BigDecimal haircut,
        @NotNull BigDecimal lotSize) {}
