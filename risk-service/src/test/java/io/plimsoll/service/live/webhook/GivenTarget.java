package io.plimsoll.service.live.webhook;

import java.util.List;

/// A target as it is configured.
record GivenTarget(String url, List<String> secret) implements TargetSettings.One {

    /// That of the specification's example.
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static GivenTarget at(String url) {
        return new GivenTarget(url, List.of(SECRET));
    }

    /// On this machine.
    static Target local(String name, String url) {
        return Target.of(name, at(url), AllowedHosts.of(List.of("127.0.0.1", "localhost", "[::1]"), List.of()));
    }
}
