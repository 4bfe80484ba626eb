package io.plimsoll.rules.document.snapshot;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A margin tier as written.
///
/// @param floor lowest notional of the tier
/// @param cap notional at which the next tier begins; left out for no upper end
/// @param maintenanceRate maintenance margin per unit of notional, 0 to 1
/// @param maintenanceAmount what is deducted; computed, so that maintenance margin does not jump, if
///     left out
/// @param maxLeverage highest leverage, 1 to 1000
public record TierDocument(
        @NotNull BigDecimal floor,
        @Nullable BigDecimal cap,
        @NotNull BigDecimal maintenanceRate,
        @Nullable BigDecimal maintenanceAmount,
        @NotNull BigDecimal maxLeverage) {}
