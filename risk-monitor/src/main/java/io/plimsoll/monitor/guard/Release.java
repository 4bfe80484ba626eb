package io.plimsoll.monitor.guard;

import java.time.Instant;

/// That a person says that the marks of an instrument are to be relied on, for some time.
///
/// @param instrument the instrument or asset
/// @param person who
/// @param reason why
/// @param from from when on
/// @param until up to, not including
public record Release(String instrument, String person, String reason, Instant from, Instant until) {

    boolean holdsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
