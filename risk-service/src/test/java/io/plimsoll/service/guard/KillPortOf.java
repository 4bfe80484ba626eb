package io.plimsoll.service.guard;

import jakarta.inject.Singleton;

/// Where the service that is being tested has its kill switch.
@Singleton
public final class KillPortOf {

    private final KillPort port;

    KillPortOf(KillPort port) {
        this.port = port;
    }

    /// The number of the port.
    public int number() {
        return port.port();
    }
}
