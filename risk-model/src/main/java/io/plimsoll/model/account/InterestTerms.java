package io.plimsoll.model.account;

import io.plimsoll.model.fact.Facts;
import java.math.BigDecimal;
import java.time.Instant;

/// How a balance accrues interest: simple, by the second, on a year of 365 days.
///
/// @param yearlyRate per year, 0 to 10 (1000 %): earned on what is held, paid on what is owed
/// @param since when interest was last booked
public record InterestTerms(BigDecimal yearlyRate, Instant since) {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.TEN;

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public InterestTerms {
        yearlyRate = Facts.atMost("yearlyRate", Facts.notNegative("yearlyRate", yearlyRate), HIGHEST_RATE);
        since = Facts.instant("since", since);
    }
}
