package io.plimsoll.service.live.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How webhooks are sent.
@ConfigMapping(prefix = "plimsoll.webhook")
public interface WebhookSettings {

    /// Hosts that may be sent to, at public addresses, or on this machine if they are called so.
    Optional<List<String>> allowedHosts();

    /// Hosts that may be sent to, at addresses of private networks, too.
    Optional<List<String>> allowedPrivateHosts();

    /// A file of certificates (PEM) that are trusted in the place of those that the Java runtime trusts.
    Optional<Path> trustedCertificates();

    /// How long a target may take to answer.
    @DurationMin(millis = 100)
    @DurationMax(minutes = 2)
    @WithDefault("15s")
    Duration timeout();

    /// How long it takes from a first failure to the next attempt. Twice as long after each further one.
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    @WithDefault("1s")
    Duration retryFirst();

    /// How long it takes to the next attempt at most, whatever a target asks for.
    @DurationMin(millis = 10)
    @DurationMax(days = 1)
    @WithDefault("5m")
    Duration retryMost();
}
