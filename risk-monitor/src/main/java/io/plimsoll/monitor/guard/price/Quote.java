package io.plimsoll.monitor.guard.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a source said last.
///
/// @param price its last price; null if it never said one
/// @param time when that was made
/// @param receivedAt when it spoke last, be it nonsense
/// @param fault why what it said last is no price; null if it is one
record Quote(
        @Nullable BigDecimal price,
        Instant time,
        Instant receivedAt,
        @Nullable Doubt fault) {

    /// How old the price is: the longer of by its own time and by when it was received.
    Duration age(Instant now) {
        Instant older = time.isBefore(receivedAt) ? time : receivedAt;
        return Duration.between(older, now);
    }
}
