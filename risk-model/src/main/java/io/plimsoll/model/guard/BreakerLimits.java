package io.plimsoll.model.guard;

import java.time.Duration;

/// When a rule that trades one instrument again and again is stopped until a person has looked.
///
/// @param trades the action of one rule in one instrument that trips it, counted from 1; 2 to 1,000,000
/// @param window within which; 1 second to 1 day
public record BreakerLimits(int trades, Duration window) {

    /// A genuine crash asks for many liquidations by the same rule; these come at the pace of the throttle.
    public static final BreakerLimits STANDARD = new BreakerLimits(1_000, Duration.ofMinutes(10));

    /// @throws io.plimsoll.model.fact.InvalidFactException if a limit is out of its bounds
    public BreakerLimits {
        trades = Checks.count("trades", trades, 2, 1_000_000);
        window = Checks.duration("window", window, Duration.ofSeconds(1), Duration.ofDays(1));
    }
}
