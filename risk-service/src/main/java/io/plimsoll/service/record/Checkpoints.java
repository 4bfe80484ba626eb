package io.plimsoll.service.record;

import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.CheckpointKey;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Signs, every few seconds, how far the record has come, and writes it to the database and to a file.
///
/// The key is made at the first start and never leaves the data folder. What was recorded since the last
/// checkpoint that somebody else keeps can be rewritten without a trace by whoever holds the database; what
/// was recorded before can't.
@Singleton
public final class Checkpoints {

    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final Store store;
    private final Path folder;
    private final CheckpointFile file;
    private final Duration every;
    private final Thread signer = Thread.ofVirtual().name("checkpoints").unstarted(this::run);
    private volatile boolean closed;
    private long last;

    Checkpoints(Store store, RecordSettings settings, @ConfigProperty(name = "plimsoll.data") Path data) {
        this.store = store;
        this.folder = data;
        this.file = new CheckpointFile(settings.checkpoints().orElse(data.resolve("checkpoints.ndjson")));
        this.every = settings.checkpointEvery();
    }

    void start(@Observes StartupEvent event) {
        signer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closed = true;
        signer.interrupt();
        signer.join();
    }

    private void run() {
        try {
            CheckpointKey key = key();
            boolean known = false;
            while (!closed) {
                try {
                    known = known || publish(key);
                    sign(key);
                } catch (RuntimeException | IOException e) {
                    LOG.warn("No checkpoint could be written; the next attempt follows.", e);
                }
                pause();
            }
        } catch (IOException e) {
            LOG.error("The record gets no checkpoints: their key can be neither read nor made.", e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(every);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private CheckpointKey key() throws IOException {
        Files.createDirectories(folder);
        Path secret = folder.resolve("checkpoint-key.pem");
        if (!Files.exists(secret)) {
            try {
                CheckpointKey.generate().write(secret);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("Another process has made the key meanwhile.", e);
            }
        }
        CheckpointKey key = CheckpointKey.read(secret);
        Files.writeString(
                folder.resolve("checkpoint-key.pub.pem"), key.publicKey().pem());
        return key;
    }

    private boolean publish(CheckpointKey key) {
        store.write(sql -> sql.createUpdate("""
                        insert into record_key (id, line) values (:id, :line) on conflict (id) do nothing
                        """)
                .bind("id", key.id())
                .bind("line", key.publicKey().line())
                .execute());
        return true;
    }

    private void sign(CheckpointKey key) throws IOException {
        ChainHead head = store.read(RecordTail::read);
        if (head.sequence() == last || head.sequence() == 0) {
            return;
        }
        byte[] line = keep(key.sign(head, Instant.now()));
        // A process that was killed may have kept it in the database alone.
        if (!file.endsWith(line)) {
            file.append(line);
        }
        last = head.sequence();
    }

    /// Keeps a checkpoint in the database, unless the same key has signed one of the same entry before.
    ///
    /// @return the line that is kept: the file must hold nothing that an export does not
    private byte[] keep(SignedCheckpoint signed) {
        return store.write(sql -> {
            sql.createUpdate("""
                            insert into record_checkpoint (sequence, key_id, line) values (:sequence, :key, :line)
                            on conflict (sequence, key_id) do nothing
                            """)
                    .bind("sequence", signed.checkpoint().sequence())
                    .bind("key", signed.checkpoint().key())
                    .bind("line", signed.line())
                    .execute();
            return sql.createQuery("select line from record_checkpoint where sequence = :sequence and key_id = :key")
                    .bind("sequence", signed.checkpoint().sequence())
                    .bind("key", signed.checkpoint().key())
                    .mapTo(byte[].class)
                    .one();
        });
    }
}
