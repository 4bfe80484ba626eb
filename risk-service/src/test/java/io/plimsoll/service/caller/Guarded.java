package io.plimsoll.service.caller;

import io.plimsoll.service.caller.identification.CredentialFile;
import io.plimsoll.service.caller.identification.Issued;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/// A service with its own credentials: one for each role, of a person of that name, and one whose time is over.
public final class Guarded implements QuarkusTestProfile {

    static final String EXPIRED = "expired";
    private static final String SECRET = "test.secret.";

    @Override
    public Map<String, String> getConfigOverrides() {
        List<Issued> issued = new ArrayList<>();
        for (Role role : Role.values()) {
            issued.add(Issued.of(role.id(), role.id(), Set.of(role), Optional.empty()));
        }
        issued.add(Issued.of(EXPIRED, "oms", Set.of(Role.OMS), Optional.of(Instant.parse("2020-01-01T00:00:00Z"))));
        Path file = file();
        Map<String, String> settings = new HashMap<>();
        settings.put("plimsoll.security.mode", "embedded");
        settings.put("plimsoll.security.credentials", file.toString());
        // Profile and test are loaded by different class loaders, so the secrets go by the configuration.
        issued.forEach(each ->
                settings.put(SECRET + each.credential().id(), each.secret().text()));
        try {
            new CredentialFile(file)
                    .write(issued.stream().map(Issued::credential).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static Path file() {
        try {
            return Files.createTempDirectory(Path.of("target"), "credentials").resolve("credentials.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file of the service that is being tested.
    static CredentialFile credentials() {
        return new CredentialFile(ConfigProvider.getConfig().getValue("plimsoll.security.credentials", Path.class));
    }

    static String secret(String id) {
        return ConfigProvider.getConfig().getValue(SECRET + id, String.class);
    }

    /// A request of a role's holder.
    static RequestSpecification as(Role role) {
        return with(secret(role.id()));
    }

    static RequestSpecification with(String secret) {
        return RestAssured.given().header("Authorization", "Bearer " + secret);
    }
}
