package io.plimsoll.service.caller.identification;

import io.plimsoll.service.caller.SecuritySettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Refuses to start a service that would let in whom it should not. That one which asks a provider has none is
/// refused by the extension that would ask.
@Singleton
final class SecurityCheck {

    private static final Logger LOG = Logger.getLogger(SecurityCheck.class);

    private final SecuritySettings settings;
    private final String host;
    private final boolean plainText;

    SecurityCheck(
            SecuritySettings settings,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String plainText) {
        this.settings = settings;
        this.host = host;
        this.plainText = plainText.equalsIgnoreCase("enabled");
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (settings.mode() == SecuritySettings.Mode.NONE && !isLoopback(host)) {
            throw new IllegalStateException(
                    ("plimsoll.security.mode=none believes everybody, so quarkus.http.host (%s) must be a loopback"
                                    + " address. Maybe leave plimsoll.security.mode out.")
                            .formatted(host));
        }
        if (plainText && !isLoopback(host)) {
            LOG.warnf(
                    "Secrets and tokens come in plain text at %s. Maybe leave it to a proxy that ends TLS, and to no one"
                            + " else, to reach this port; or see quarkus.http.ssl and quarkus.http.insecure-requests.",
                    host);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            LOG.debug("What has no address is no loopback.", e);
            return false;
        }
    }
}
