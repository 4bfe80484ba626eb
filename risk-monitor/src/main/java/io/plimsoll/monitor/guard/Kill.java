package io.plimsoll.monitor.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A kill switch that is set.
///
/// @param scope what it stops
/// @param person who set it
/// @param reason why
/// @param at when
/// @param lift what the first of two persons has said who want it lifted; null if nobody has
public record Kill(
        Subject scope,
        String person,
        String reason,
        Instant at,
        @Nullable Lift lift) {

    /// That a person wants it lifted.
    ///
    /// @param person who
    /// @param reason why
    /// @param at when
    public record Lift(String person, String reason, Instant at) {}
}
