package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Side;
import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A resting order as written.
///
/// @param id identifier
/// @param instrument what is to be traded
/// @param side which way
/// @param quantity what is left to fill, in contracts, above 0
/// @param limitPrice at which it fills or better, above 0
/// @param reduceOnly whether it can do nothing but close; false if left out
public record OrderDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String id,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String instrument,
        @NotNull Side side,
        @NotNull BigDecimal quantity,
        @NotNull BigDecimal limitPrice,
        @Nullable Boolean reduceOnly) {}
