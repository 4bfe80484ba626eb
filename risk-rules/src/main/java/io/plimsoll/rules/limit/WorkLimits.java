package io.plimsoll.rules.limit;

import java.time.Duration;

/// How much work rules may cause before they are stopped.
///
/// @param joinSteps pairs of facts that the joins of one firing may look at, positive. It bounds memory as well: each
///     pair may become a partial match
/// @param firing how long one firing may last; an evaluation has two, one for each phase
/// @param scenarios how long all scenarios of a rule set may take together
public record WorkLimits(int joinSteps, Duration firing, Duration scenarios) {

    /// One million steps, a second, half a minute. The rule set that ships takes some hundred steps for a large
    /// account.
    public static final WorkLimits DEFAULT = new WorkLimits(1_000_000, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /// Checks that all are positive.
    ///
    /// @throws IllegalArgumentException if one is not
    public WorkLimits {
        if (joinSteps <= 0 || !firing.isPositive() || !scenarios.isPositive()) {
            throw new IllegalArgumentException(
                    "The limits must be positive (%d join steps, %s, %s).".formatted(joinSteps, firing, scenarios));
        }
    }
}
