package io.plimsoll.rules.document.snapshot;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;

/// How a balance accrues interest, as written.
///
/// @param yearlyRate per year of 365 days, simple, 0 to 10
/// @param since when interest was last booked, in UTC
public record InterestDocument(
        @NotNull BigDecimal yearlyRate, @NotNull Instant since) {}
