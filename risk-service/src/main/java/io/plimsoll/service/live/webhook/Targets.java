package io.plimsoll.service.live.webhook;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All who are sent to.
///
/// @param targets by their names
/// @param trusted certificates (PEM); empty for those that the Java runtime trusts
record Targets(List<Target> targets, Optional<Buffer> trusted) {

    Targets {
        targets = List.copyOf(targets);
    }

    /// @throws IllegalArgumentException with a line for each setting that is wrong
    static Targets of(TargetSettings given, WebhookSettings settings) {
        AllowedHosts hosts = AllowedHosts.of(settings);
        List<String> wrong = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        new TreeMap<>(given.targets()).forEach((name, target) -> {
            try {
                targets.add(Target.of(name, target, hosts));
            } catch (IllegalArgumentException e) {
                wrong.add(e.getMessage());
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), wrong));
        }
        return new Targets(targets, settings.trustedCertificates().map(Targets::certificates));
    }

    /// Of a file that is read at the start, and not at the first request.
    private static Buffer certificates(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(content)
                    .isEmpty()) {
                throw new CertificateException("it is empty");
            }
            return Buffer.buffer(Files.readAllBytes(file));
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(
                    "plimsoll.webhook.trusted-certificates: %s has no certificates (%s). Maybe name a file in PEM."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
