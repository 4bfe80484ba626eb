package io.plimsoll.service.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// A real PostgreSQL for tests: in a container where Docker answers, else the one that the product embeds.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private AutoCloseable server = () -> {};

    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "data");
            Map<String, String> settings = new HashMap<>(database(data));
            settings.put("plimsoll.data", data.toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> database(Path data) throws IOException {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
            container.start();
            server = container;
            return Map.of(
                    "quarkus.datasource.jdbc.url", container.getJdbcUrl(),
                    "quarkus.datasource.username", container.getUsername(),
                    "quarkus.datasource.password", container.getPassword());
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(data);
        server = embedded;
        return Map.of("quarkus.datasource.jdbc.url", embedded.url());
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("The database of the tests does not stop.", e);
        }
    }
}
