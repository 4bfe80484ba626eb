package io.plimsoll.service.ruledesk;

import jakarta.inject.Singleton;
import java.time.Instant;

/// What time it is at the desk.
@Singleton
class DeskTime {

    /// The time of the machine.
    Instant now() {
        return Instant.now();
    }
}
