package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/// A balance as written.
///
/// @param asset the account's currency, or a collateral asset
/// @param quantity in units of the asset; negative means owed
public record BalanceDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String asset,
        @NotNull BigDecimal quantity) {}
