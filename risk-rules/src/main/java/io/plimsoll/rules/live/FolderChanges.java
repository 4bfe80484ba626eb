package io.plimsoll.rules.live;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when files in a folder have changed and come to rest.
///
/// Editors save in several steps (write aside, rename, delete), so a change is reported only after a short silence.
/// Where the file system sends no events (some network mounts), a periodic wake-up takes their place.
final class FolderChanges implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(FolderChanges.class);

    private static final long SILENCE_MILLIS = 40;
    private static final long WAKE_UP_MILLIS = 2_000;

    private final Path folder;
    private final WatchService watcher;

    FolderChanges(Path folder) throws IOException {
        this.folder = folder;
        this.watcher = folder.getFileSystem().newWatchService();
        register();
    }

    /// Waits for a change, or for the periodic wake-up.
    ///
    /// @return false if this was closed
    boolean awaitNext() {
        try {
            @Nullable WatchKey key = watcher.poll(WAKE_UP_MILLIS, TimeUnit.MILLISECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = watcher.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
            register();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    // Registering a folder again is harmless, and folders that are new since the last time need it.
    private void register() {
        for (Path directory : directories()) {
            try {
                directory.register(watcher, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            } catch (IOException e) {
                // It went away meanwhile; reading the rule set will say what is missing.
                LOGGER.debug("{} can't be watched ({}).", directory, e.toString());
            }
        }
    }

    private List<Path> directories() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isDirectory).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
