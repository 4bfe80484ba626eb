package io.plimsoll.service.record;

import io.plimsoll.service.background.Repeating;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// Forgets idempotency keys when their time is over. The decisions that they led to are kept.
@Singleton
final class KeyRetention {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Store store;
    private final Duration kept;
    private final Repeating repeating = new Repeating("key-retention", EVERY, () -> forget(Instant.now()));

    KeyRetention(Store store, RecordSettings settings) {
        this.store = store;
        this.kept = settings.idempotencyKept();
    }

    void start(@Observes StartupEvent event) {
        repeating.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        repeating.stop();
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
