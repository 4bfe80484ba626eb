package io.plimsoll.model.guard;

import java.time.Duration;

/// How old a mark may be.
///
/// @param age the most, both by the mark's own time and by when it was received; 100 ms to 1 day
/// @param future how far a mark's own time may lie ahead of the clock; 1 ms to `age`
/// @param gap the longest silence of a feed after which its marks are relied on without arming anew; from `age`
///     to 1 day
public record Freshness(Duration age, Duration future, Duration gap) {

    private static final Duration MOST = Duration.ofDays(1);

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds
    public Freshness {
        age = Checks.duration("age", age, Duration.ofMillis(100), MOST);
        future = Checks.duration("future", future, Duration.ofMillis(1), age);
        gap = Checks.duration("gap", gap, age, MOST);
    }
}
