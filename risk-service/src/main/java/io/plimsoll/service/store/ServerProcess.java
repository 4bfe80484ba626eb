package io.plimsoll.service.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// The process of a database server, found by the files that it works on: it may have outlived whoever
/// started it.
final class ServerProcess {

    private static final Logger LOG = Logger.getLogger(ServerProcess.class);
    private static final int PATIENCE_SECONDS = 20;

    private ServerProcess() {}

    /// Stops the server that still runs on these files, if one does, in the end by force. Only for the holder
    /// of the data folder: nobody else's server can be on them then.
    ///
    /// @throws IOException if it does not stop
    static void stop(Path files) throws IOException {
        Optional<ProcessHandle> left = find(files);
        if (left.isEmpty()) {
            return;
        }
        ProcessHandle server = left.get();
        LOG.infof("The database server (process %d) still runs, without a service; it is stopped.", server.pid());
        server.destroy();
        if (!isGone(server)) {
            // Whatever it has acknowledged is on disk.
            server.destroyForcibly();
            if (!isGone(server)) {
                throw new IOException("The database server (process %d) does not stop. Maybe stop it by hand."
                        .formatted(server.pid()));
            }
        }
    }

    /// The server that runs on these files, if one does.
    static Optional<ProcessHandle> find(Path files) throws IOException {
        try {
            String pid = Files.readAllLines(files.resolve("postmaster.pid")).getFirst();
            // The number may belong to somebody else by now.
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // An empty or torn file: the server that wrote it did not get far.
            return Optional.empty();
        }
    }

    private static boolean isGone(ProcessHandle server) throws IOException {
        CompletableFuture<ProcessHandle> exit = server.onExit();
        try {
            exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server that was left stopped.", e);
        }
    }
}
