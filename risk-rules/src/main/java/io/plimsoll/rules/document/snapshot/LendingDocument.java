package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What can be borrowed against an asset, as written.
///
/// @param ltv the share of its value up to which debt can be opened, 0 to 1
/// @param liquidationLtv the share of its value beyond which it is liquidated, `ltv` to 1
/// @param liquidationBonus what a liquidator gets on top of what is repaid, 0 to 1
/// @param category the lending category that it is a member of
public record LendingDocument(
        @NotNull BigDecimal ltv,
        @NotNull BigDecimal liquidationLtv,
        @NotNull BigDecimal liquidationBonus,

        @Nullable @Pattern(regexp = Facts.IDENTIFIER_PATTERN)
        String category) {}
