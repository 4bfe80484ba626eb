package io.plimsoll.rules.document.snapshot;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;

/// The funding index of a perpetual, as written.
///
/// @param index what one unit of the underlying, held long, has paid since the beginning
/// @param perHour how much the index moves in an hour; positive when longs pay
/// @param time of the index, in UTC
public record FundingDocument(
        @NotNull BigDecimal index,
        @NotNull BigDecimal perHour,
        @NotNull Instant time) {}
