package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.snapshot.Snapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/// A lending category as written: terms that replace those of its member assets, for accounts that chose it.
///
/// @param id identifier
/// @param ltv the share of value up to which debt can be opened, 0 to 1
/// @param liquidationLtv the share of value beyond which it is liquidated, `ltv` to 1
/// @param liquidationBonus what a liquidator gets on top of what is repaid, from 0
/// @param members the assets in it
public record CategoryDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String id,
        @NotNull BigDecimal ltv,
        @NotNull BigDecimal liquidationLtv,
        @NotNull BigDecimal liquidationBonus,

        @NotNull @Size(min = 1, max = Snapshot.MAX_ENTRIES) List<@NotNull @Valid MemberDocument> members) {}
