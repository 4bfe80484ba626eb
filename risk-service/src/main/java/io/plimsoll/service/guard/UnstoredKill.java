package io.plimsoll.service.guard;

import io.plimsoll.monitor.guard.Kill;
import java.util.Objects;
import java.util.stream.Stream;

/// A switch that was set and is not in the database yet.
///
/// @param from the network address that it was set from
record UnstoredKill(Kill kill, String from) {

    /// @throws NullPointerException if something is missing, as in a file that somebody wrote
    UnstoredKill {
        Stream.of(kill.scope(), kill.person(), kill.reason(), kill.at(), from).forEach(Objects::requireNonNull);
    }
}
