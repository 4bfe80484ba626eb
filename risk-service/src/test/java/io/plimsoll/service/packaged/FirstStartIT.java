package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.service.caller.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first start of the packaged service makes a secret for each role and shows them, that once.
final class FirstStartIT {

    private static final Pattern SECRET = Pattern.compile("  export PLIMSOLL_([A-Z]+)=(plimsoll_[A-Za-z0-9_-]{43})");
    private static final String EMBEDDED = "-Dplimsoll.security.mode=embedded";
    private static final String LIVE = "/v1/rulesets/live";

    @TempDir
    private Path folder;

    @Test
    void theSecretsAreShownOnceAndWorkEverAfter() throws Exception {
        Path data = folder.resolve("data");
        Map<String, String> secrets;
        try (ServiceProcess service = ServiceProcess.start(data, EMBEDDED)) {
            secrets = secrets(service.output());
            assertThat(secrets.keySet())
                    .isEqualTo(Role.ids().stream()
                            .map(id -> id.toUpperCase(Locale.ROOT))
                            .collect(Collectors.toSet()));
            assertThat(status(service, secrets.get("OMS"))).isEqualTo(200);
            assertThat(service.get(LIVE).statusCode()).isEqualTo(401);
        }
        assertThat(kept(data))
                .as("No file keeps a secret.")
                .noneMatch(text -> secrets.values().stream().anyMatch(text::contains));
        assertThat(Files.getPosixFilePermissions(data.resolve("credentials.csv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (ServiceProcess service = ServiceProcess.start(data, EMBEDDED)) {
            assertThat(secrets(service.output())).isEmpty();
            assertThat(status(service, secrets.get("AUDITOR"))).isEqualTo(200);
        }
    }

    @Test
    void aServiceThatBelievesEverybodyIsNotStartedWhereOthersReachIt() {
        assertThatThrownBy(() -> ServiceProcess.start(
                        folder.resolve("data"), "-Dplimsoll.security.mode=none", "-Dquarkus.http.host=0.0.0.0"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be a loopback address")
                .hasMessageContaining("Maybe leave plimsoll.security.mode out.");
    }

    @Test
    void aServiceThatShouldAskAProviderIsNotStartedWithoutOne() {
        assertThatThrownBy(() -> ServiceProcess.start(folder.resolve("data"), "-Dplimsoll.security.mode=oidc"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'quarkus.oidc.auth-server-url' property must be configured");
    }

    private static int status(ServiceProcess service, String secret) throws IOException, InterruptedException {
        return service.get(LIVE, "Authorization", "Bearer " + secret).statusCode();
    }

    private static Map<String, String> secrets(String output) {
        return output.lines()
                .map(SECRET::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    /// The service's own files; those of the database are not text.
    private static List<String> kept(Path data) throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(Files::isRegularFile).map(FirstStartIT::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
