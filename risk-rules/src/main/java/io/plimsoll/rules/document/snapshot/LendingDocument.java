package io.plimsoll.rules.document.snapshot;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/// What can be borrowed against an asset, as written.
///
/// @param ltv the share of its value up to which debt can be opened, 0 to 1
/// @param liquidationLtv the share of its value beyond which it is liquidated, `ltv` to 1
/// @param liquidationBonus what a liquidator gets on top of what is repaid, from 0
public record LendingDocument(
        @NotNull BigDecimal ltv,
        @NotNull BigDecimal liquidationLtv,
        @NotNull BigDecimal liquidationBonus) {}
