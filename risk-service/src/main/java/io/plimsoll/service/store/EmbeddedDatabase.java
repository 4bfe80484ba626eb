package io.plimsoll.service.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// A PostgreSQL server of our own, on a port of its own on the loopback address, with its files in the data
/// folder.
///
/// What it has acknowledged survives the death of this process and of the machine: it writes to disk before
/// it answers. If this process is killed, the server is left behind; the next start stops it first. If the
/// server is killed, it is started again.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ANY_PORT = 0;

    private final DataFolder folder;
    private final ServerLog log;
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedDatabase(DataFolder folder) throws IOException {
        this.folder = folder;
        this.log = new ServerLog(folder.path());
        ServerProcess.stop(folder.folder("postgres"));
        this.server = server(ANY_PORT);
    }

    /// Starts the server, on the files that an earlier one left or on new ones.
    ///
    /// @throws IOException if the folder is held by another process, or the server does not start
    public static EmbeddedDatabase start(Path data) throws IOException {
        DataFolder folder = DataFolder.hold(data);
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(folder);
            database.watch();
            return database;
        } catch (IOException | RuntimeException e) {
            end(folder);
            throw e;
        }
    }

    private static void end(DataFolder folder) throws IOException {
        try {
            ServerProcess.stop(folder.folder("postgres"));
        } finally {
            folder.close();
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        log.bound();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.folder("postgres"))
                .setCleanDataDirectory(false)
                // Not the system's folder for temporary files, which may be swept while the server runs.
                .setOverrideWorkingDirectory(folder.folder("server").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                // Errors, too: the library sends them the same way.
                .setOutputRedirector(log.redirect())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library turns these off, for tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "50");
        return (port == ANY_PORT ? builder : builder.setPort(port)).start();
    }

    private synchronized void watch() throws IOException {
        EmbeddedPostgres watched = server;
        ProcessHandle process = ServerProcess.find(folder.folder("postgres"))
                .orElseThrow(() -> new IOException("The database server has stopped right after its start."));
        Thread.ofVirtual().name("database-watch").start(() -> {
            await(process.onExit());
            restart(watched);
        });
    }

    private void await(CompletableFuture<ProcessHandle> exit) {
        while (!exit.isDone()) {
            try {
                exit.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boundLog();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("Nobody interrupts this thread, and a process only ends.", e);
            }
        }
    }

    private void boundLog() {
        try {
            log.bound();
        } catch (IOException e) {
            LOG.warn("What the embedded database says can't be kept short.", e);
        }
    }

    /// Starts the server again, on the port that everybody knows, after it was killed.
    private void restart(EmbeddedPostgres dead) {
        boolean running = isClosed();
        while (!running) {
            LOG.error("The embedded database has stopped; it is started again.");
            try {
                running = startAfter(dead);
            } catch (IOException | RuntimeException e) {
                LOG.error("The embedded database does not start; the next attempt follows.", e);
                running = !pause() || isClosed();
            }
        }
    }

    private synchronized boolean startAfter(EmbeddedPostgres dead) throws IOException {
        if (!closed) {
            try {
                dead.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("There was nothing left to stop.", e);
            }
            ServerProcess.stop(folder.folder("postgres"));
            server = server(dead.getPort());
            watch();
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /// Where it is reached.
    public synchronized String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /// Stops the server, by force if it does not otherwise, and lets the folder go.
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try {
            server.close();
        } finally {
            // The library gives up after some seconds, and says nothing.
            end(folder);
        }
    }
}
