package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.instrument.OptionTerms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;

/// The terms of an option, as written.
///
/// @param underlying whose mark decides what it would pay
/// @param right to buy or to sell
/// @param strike price at which, above 0
/// @param expiry when the right ends, in UTC
/// @param floorRate the least that is required per unit of the underlying's value, 0 to 1
public record OptionDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String underlying,
        @NotNull OptionTerms.Right right,
        @NotNull BigDecimal strike,
        @NotNull Instant expiry,
        @NotNull BigDecimal floorRate) {}
