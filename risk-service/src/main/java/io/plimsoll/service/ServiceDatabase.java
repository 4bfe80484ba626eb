package io.plimsoll.service;

import io.plimsoll.service.store.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The database that a run of the service uses: the one that is configured, or else one of its own.
///
/// It has to be there before Quarkus starts, which reads where it is.
final class ServiceDatabase {

    private static final Logger LOG = Logger.getLogger(ServiceDatabase.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String FOLDER = "plimsoll.data";

    private final Optional<EmbeddedDatabase> embedded;

    private ServiceDatabase(Optional<EmbeddedDatabase> embedded) {
        this.embedded = embedded;
    }

    /// Starts the embedded server, unless an address is set by `QUARKUS_DATASOURCE_JDBC_URL` or the property
    /// of that name. Ends the program with a sentence if it can't be started.
    static ServiceDatabase start() {
        if (setting(URL).isPresent()) {
            return new ServiceDatabase(Optional.empty());
        }
        Path folder = Path.of(setting(FOLDER).orElse("data"));
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(folder);
            System.setProperty(URL, database.url());
            return new ServiceDatabase(Optional.of(database));
        } catch (IOException | RuntimeException e) {
            LOG.debug("The embedded database did not start.", e);
            System.err.printf(
                    "Plimsoll does not start: its database in %s does not. %s%n",
                    folder.toAbsolutePath().normalize(), e.getMessage());
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(
                        System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'))))
                .filter(value -> !value.isBlank());
    }

    void close() {
        embedded.ifPresent(database -> {
            try {
                database.close();
            } catch (IOException e) {
                LOG.warn("The embedded database did not stop in order; what it has acknowledged is kept.", e);
            }
        });
    }
}
