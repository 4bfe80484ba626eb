package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.instrument.InstrumentType;
import io.plimsoll.model.instrument.MarginSchedule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An instrument as written.
///
/// @param id identifier; its mark has the same one
/// @param type how it pays
/// @param instrumentClass the risk officers' grouping, a key of the threshold tables
/// @param currency the settlement currency
/// @param multiplier per contract, above 0: units of the underlying, or of the quote currency if it is inverse
/// @param lotSize the smallest step of a quantity, above 0
/// @param tiers margin tiers in ascending order of notional; an option's, of its underlying's notional
/// @param takerFee what trading at the mark costs, as a share of notional; 0 if left out
/// @param option its terms if, and only if, it is an option
/// @param funding of a perpetual; left out for none
/// @param openInterest by which initial margin grows; left out if it does not
public record InstrumentDocument(
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String id,
        @NotNull InstrumentType type,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String instrumentClass,
        @NotNull @Pattern(regexp = Facts.IDENTIFIER_PATTERN) String currency,
        @NotNull BigDecimal multiplier,
        @NotNull BigDecimal lotSize,

        @NotNull @Size(min = 1, max = MarginSchedule.MAX_TIERS)
        List<@NotNull @Valid TierDocument> tiers,

        @Nullable BigDecimal takerFee,
        @Nullable @Valid OptionDocument option,
        @Nullable @Valid FundingDocument funding,
        @Nullable @Valid OpenInterestDocument openInterest) {}
