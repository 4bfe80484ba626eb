package io.plimsoll.service.live.webhook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Settings of webhooks to this machine.
record GivenSettings(Optional<List<String>> allowedHosts, Optional<Path> trustedCertificates)
        implements WebhookSettings {

    @Override
    public Optional<List<String>> allowedPrivateHosts() {
        return Optional.empty();
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration retryFirst() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration retryMost() {
        return Duration.ofMinutes(5);
    }
}
