package io.plimsoll.model.guard;

import java.math.BigDecimal;
import java.time.Duration;

/// When a price that has moved too far is believed after all.
///
/// @param agreeing how long two or more sources must go on agreeing, wherever the price goes; 1 second to 1 day
/// @param alone how long a price must stay where it is if there is one source only; from `agreeing` to 7 days
/// @param marks how many marks each of them must have made meanwhile; 2 to 1,000
/// @param most how far from its reference one source alone may take the price by staying there, relative to the
///     reference; above 0, at most 0.9. Beyond that a person has to release it
public record Settling(Duration agreeing, Duration alone, int marks, BigDecimal most) {

    private static final BigDecimal HIGHEST = new BigDecimal("0.9");

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds
    public Settling {
        agreeing = Checks.duration("agreeing", agreeing, Duration.ofSeconds(1), Duration.ofDays(1));
        alone = Checks.duration("alone", alone, agreeing, Duration.ofDays(7));
        marks = Checks.count("marks", marks, 2, 1_000);
        most = Checks.positive("most", most, HIGHEST);
    }
}
