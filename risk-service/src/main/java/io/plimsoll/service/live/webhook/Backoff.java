package io.plimsoll.service.live.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait after failures.
///
/// @param first after one
/// @param most ever
/// @param random so that many who failed together don't come back together
record Backoff(Duration first, Duration most, RandomGenerator random) {

    /// Doublings beyond which there is no longer wait.
    private static final int DOUBLINGS = 30;

    /// Between half of the step and all of it, where each step is twice the one before; what the target asks
    /// for, if that is longer; never longer than the most.
    ///
    /// @param failures one after the other, from 1
    Duration after(int failures, Optional<Duration> asked) {
        Duration step = shorter(most, first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS)));
        Duration drawn = Duration.ofNanos(step.toNanos() - random.nextLong(step.toNanos() / 2 + 1));
        return asked.map(wish -> shorter(most, wish.compareTo(drawn) > 0 ? wish : drawn))
                .orElse(drawn);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
