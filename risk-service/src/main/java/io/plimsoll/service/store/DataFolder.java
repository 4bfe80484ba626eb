package io.plimsoll.service.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder with everything that must outlive this process, held by one process at a time.
public final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Makes the folder, readable by its owner alone, and holds it until this is closed or the process ends.
    ///
    /// @throws IOException if it can't be made, or another process holds it
    public static DataFolder hold(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        makePrivate(absolute);
        FileChannel channel =
                FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IOException(
                    ("The data folder (%s) is held by another process. Maybe Plimsoll runs already; name another folder"
                                    + " with -Dplimsoll.data.")
                            .formatted(absolute));
        }
        return new DataFolder(absolute, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }

    /// Where it is.
    Path path() {
        return folder;
    }

    /// A folder inside, made if need be, readable by its owner alone.
    public Path folder(String name) throws IOException {
        return makePrivate(folder.resolve(name));
    }

    private static Path makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /// Lets the folder go.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
