package io.plimsoll.rules.document.snapshot;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/// The open interest by which initial margin grows, as written.
///
/// @param notional the market's open interest, in the settlement currency
/// @param lower up to which the base rate holds
/// @param upper from which the rate is 1
public record OpenInterestDocument(
        @NotNull BigDecimal notional,
        @NotNull BigDecimal lower,
        @NotNull BigDecimal upper) {}
