package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A collateral asset as written.
///
/// @param asset identifier; its mark has the same one
/// @param haircut the share of its value that does not count: 0 to below 1
/// @param lotSize the smallest step in which it trades, above 0
/// @param cap the most market value that counts, in the account's currency; left out for no cap
/// @param debtFactor what a unit that is owed counts for, 1 to 10; 1 if left out
/// @param lending what can be borrowed against it; left out for nothing
public record CollateralDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String asset,
        @NotNull BigDecimal haircut,
        @NotNull BigDecimal lotSize,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal debtFactor,
        @Nullable @Valid LendingDocument lending) {}
