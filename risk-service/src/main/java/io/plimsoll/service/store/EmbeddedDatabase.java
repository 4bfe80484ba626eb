package io.plimsoll.service.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/// A PostgreSQL server of our own, on a port of its own on the loopback address, with its files in the data
/// folder.
///
/// What it has acknowledged survives the death of this process and of the machine: it writes to disk before it
/// answers. If this process is killed, the server is left behind; the next start stops it first.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts the server, on the files that an earlier one left or on new ones.
    ///
    /// @throws IOException if the folder is held by another process, or the server does not start
    public static EmbeddedDatabase start(Path data) throws IOException {
        DataFolder folder = DataFolder.hold(data);
        try {
            Path files = folder.folder("postgres");
            LeftServer.stop(files);
            return new EmbeddedDatabase(folder, server(files, folder.folder("server")));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres server(Path files, Path programs) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                // Not the system's folder for temporary files, which may be swept while the server runs.
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(
                        Redirect.appendTo(files.resolveSibling("postgres.log").toFile()))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library turns these off, for tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "50")
                .start();
    }

    /// Where it is reached.
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /// Stops the server, and lets the folder go.
    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            folder.close();
        }
    }
}
