package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A balance as written.
///
/// @param asset the account's currency, or a collateral asset
/// @param quantity in units of the asset, when interest was last booked; negative means owed
/// @param interest how it accrues; left out if it does not
public record BalanceDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String asset,
        @NotNull BigDecimal quantity,
        @Nullable @Valid InterestDocument interest) {}
