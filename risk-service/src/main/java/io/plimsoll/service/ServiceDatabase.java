package io.plimsoll.service;

import io.plimsoll.service.store.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The database that a run of the service uses: the one that is configured, or else one of its own.
///
/// It has to be there before Quarkus starts, which reads where it is, and until Quarkus has stopped. Whatever
/// ends the program, a signal included, the JVM waits for this: it halts when its shutdown hooks are through,
/// and neither Quarkus' own hook nor the JVM waits for the thread that ran Quarkus.
final class ServiceDatabase {

    private static final Logger LOG = Logger.getLogger(ServiceDatabase.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String FOLDER = "plimsoll.data";

    /// How long a service that is told to stop may take before its database is taken from it.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch used = new CountDownLatch(1);
    private volatile @Nullable EmbeddedDatabase embedded;

    private ServiceDatabase() {}

    /// Starts the embedded server, unless an address is set by `QUARKUS_DATASOURCE_JDBC_URL` or the property
    /// of that name. Ends the program with a sentence if it can't be started.
    static ServiceDatabase start() {
        ServiceDatabase database = new ServiceDatabase();
        if (setting(URL).isEmpty()) {
            database.startEmbedded(Path.of(setting(FOLDER).orElse("data")));
        }
        return database;
    }

    private void startEmbedded(Path folder) {
        try {
            // Before the server starts, so that a signal that comes meanwhile stops it, too.
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("database-stop").unstarted(this::stop));
            EmbeddedDatabase database = EmbeddedDatabase.start(folder);
            embedded = database;
            System.setProperty(URL, database.url());
        } catch (IOException | RuntimeException e) {
            LOG.debug("The embedded database did not start.", e);
            System.err.printf(
                    "Plimsoll does not start: its database in %s does not. %s%n",
                    folder.toAbsolutePath().normalize(), e.getMessage());
            release();
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }

    /// Says that nobody uses it any more: it stops as soon as the program ends.
    void release() {
        used.countDown();
    }

    private void stop() {
        try {
            if (!used.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.printf(
                        "The service has not stopped within %d s; its database stops now.%n", PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        EmbeddedDatabase database = embedded;
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                // The log is closed by now.
                System.err.printf(
                        "The embedded database did not stop in order (%s); what it has acknowledged is kept.%n",
                        e.getMessage());
            }
        }
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(
                        System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'))))
                .filter(value -> !value.isBlank());
    }
}
