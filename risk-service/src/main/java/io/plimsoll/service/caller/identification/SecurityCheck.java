package io.plimsoll.service.caller.identification;

import io.plimsoll.service.caller.SecuritySettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Refuses to start a service that would let in whom it should not.
@Singleton
final class SecurityCheck {

    private static final Logger LOG = Logger.getLogger(SecurityCheck.class);

    private final SecuritySettings settings;
    private final String host;
    private final Optional<String> provider;
    private final boolean plainText;

    SecurityCheck(
            SecuritySettings settings,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String plainText) {
        this.settings = settings;
        this.host = host;
        this.provider = provider;
        this.plainText = plainText.equalsIgnoreCase("enabled");
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        refusal(settings.mode(), host, isLoopback(host), provider).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        if (plainText && !isLoopback(host)) {
            LOG.warnf(
                    "Secrets and tokens come in plain text at %s. Maybe leave it to a proxy that ends TLS, and to no one"
                            + " else, to reach this port; or see quarkus.http.ssl and quarkus.http.insecure-requests.",
                    host);
        }
    }

    /// Why a service with these settings must not start.
    static Optional<String> refusal(
            SecuritySettings.Mode mode, String host, boolean isLoopback, Optional<String> provider) {
        return switch (mode) {
            case NONE ->
                isLoopback
                        ? Optional.empty()
                        : Optional.of(
                                ("plimsoll.security.mode=none believes everybody, so quarkus.http.host (%s) must be a"
                                                + " loopback address. Maybe leave plimsoll.security.mode out.")
                                        .formatted(host));
            case EMBEDDED -> Optional.empty();
            case OIDC ->
                provider.filter(url -> !url.isBlank()).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "plimsoll.security.mode=oidc needs a provider. Maybe set QUARKUS_OIDC_AUTH_SERVER_URL to"
                                        + " its address.");
        };
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
