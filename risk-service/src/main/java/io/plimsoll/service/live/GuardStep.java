package io.plimsoll.service.live;

import io.plimsoll.monitor.guard.GuardEvent;
import io.plimsoll.monitor.guard.Guards;
import java.time.Instant;

/// Something that a person does to guards.
@FunctionalInterface
interface GuardStep {

    /// Does it.
    ///
    /// @throws io.plimsoll.model.fact.InvalidFactException if they can't
    GuardEvent take(Guards guards, Instant now);
}
