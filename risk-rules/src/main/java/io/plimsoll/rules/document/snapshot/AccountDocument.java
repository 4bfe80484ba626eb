package io.plimsoll.rules.document.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.fact.Facts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as written.
///
/// @param id identifier
/// @param segment the risk officers' grouping of clients, a key of the threshold tables
/// @param marginMode whether positions share the balances
/// @param currency in which the account is valued and its instruments settle
/// @param balances at most one for each asset
/// @param positions at most one for each instrument
/// @param targets at most one for each holding; left out if no allocation is to be kept
/// @param orders those that rest in markets; left out if there are none
/// @param category the lending category that it has chosen
/// @param dayOpenEquity equity at the start of the trading day, above 0
/// @param highWaterMark the highest equity so far, above 0
public record AccountDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String id,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String segment,
        @NotNull MarginMode marginMode,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String currency,
        @Size(max = Account.MAX_ENTRIES) List<@NotNull @Valid BalanceDocument> balances,
        @Size(max = Account.MAX_ENTRIES) List<@NotNull @Valid PositionDocument> positions,
        @Size(max = Account.MAX_ENTRIES) List<@NotNull @Valid TargetDocument> targets,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Account.MAX_ENTRIES)
        List<@NotNull @Valid OrderDocument> orders,

        @Nullable @Pattern(regexp = Facts.IDENTIFIER_PATTERN)
        String category,

        @Nullable BigDecimal dayOpenEquity,
        @Nullable BigDecimal highWaterMark) {}
