package io.plimsoll.service.store;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// What the database server says, in `postgres.log` of the data folder.
///
/// Bounded: once it is longer than a mebibyte, it becomes `postgres.log.1` and the one before is forgotten. The
/// server holds the file open to append to it, so it is copied and emptied; a line that is written in
/// between may be lost.
final class ServerLog {

    private static final long LIMIT = 1 << 20;

    private final Path file;
    private final Path before;

    ServerLog(Path folder) {
        this.file = folder.resolve("postgres.log");
        this.before = folder.resolve("postgres.log.1");
    }

    /// Where the server's output goes.
    Redirect redirect() {
        return Redirect.appendTo(file.toFile());
    }

    /// Begins anew if it has become too long.
    void bound() throws IOException {
        if (Files.exists(file) && Files.size(file) > LIMIT) {
            Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }
}
