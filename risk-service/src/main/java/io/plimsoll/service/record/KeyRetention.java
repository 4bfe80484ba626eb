package io.plimsoll.service.record;

import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Forgets idempotency keys when their time is over. The decisions that they led to are kept.
@Singleton
final class KeyRetention {

    private static final Logger LOG = Logger.getLogger(KeyRetention.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Store store;
    private final Duration kept;
    private final Thread thread = Thread.ofVirtual().name("key-retention").unstarted(this::run);

    KeyRetention(Store store, RecordSettings settings) {
        this.store = store;
        this.kept = settings.idempotencyKept();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (true) {
                forgetQuietly();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            LOG.debug("The service stops.");
        }
    }

    private void forgetQuietly() {
        try {
            forget(Instant.now());
        } catch (RuntimeException e) {
            LOG.warn("Old idempotency keys could not be forgotten; the next attempt follows.", e);
        }
    }

    /// Forgets those that are too old at a time.
    ///
    /// @return how many
    int forget(Instant now) {
        return store.write(sql -> sql.createUpdate("delete from idempotency_key where stored_at < :oldest")
                .bind("oldest", now.minus(kept))
                .execute());
    }
}
