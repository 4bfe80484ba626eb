package io.plimsoll.model.guard;

import java.time.Duration;

/// When an instrument is armed after a start, a change of settings or a gap in its feed.
///
/// @param settle how long its marks must have been relied on; 1 second to 1 hour
/// @param marks how many of them there must have been; 2 to 1,000
public record ArmingLimits(Duration settle, int marks) {

    /// Ten seconds.
    public static final ArmingLimits STANDARD = new ArmingLimits(Duration.ofSeconds(10), 3);

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds
    public ArmingLimits {
        settle = Checks.duration("settle", settle, Duration.ofSeconds(1), Duration.ofHours(1));
        marks = Checks.count("marks", marks, 2, 1_000);
    }
}
