package io.plimsoll.rules.document.order;

import io.plimsoll.model.account.Side;
import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An order that is not sent yet, as written.
///
/// @param instrument what is to be traded; with its mark among those of the snapshot
/// @param side which way
/// @param quantity in contracts, above 0
/// @param limitPrice at which it fills or better, above 0; left out for a market order
/// @param reduceOnly whether it can do nothing but close; false if left out
public record ProposedOrderDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String instrument,
        @NotNull Side side,
        @NotNull BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable Boolean reduceOnly) {}
