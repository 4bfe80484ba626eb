package io.plimsoll.service.guard;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/// The switches that are not in the database yet, in a file that is on the disk when a call returns.
final class KillFile {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final TypeReference<List<UnstoredKill>> KILLS = new TypeReference<>() {};

    private final Path file;

    /// @param folder made when it is needed
    KillFile(Path folder) {
        this.file = folder.resolve("kill-switch.json");
    }

    /// Where it is.
    Path path() {
        return file;
    }

    /// What was written last; nothing if there is no file.
    ///
    /// @throws IOException if it can't be read
    List<UnstoredKill> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<UnstoredKill> kills = JSON.readValue(Files.readAllBytes(file), KILLS);
        if (kills == null || kills.contains(null)) {
            throw new IOException("%s has no switches.".formatted(file));
        }
        return kills;
    }

    /// Writes them in the place of what was there before.
    ///
    /// @throws IOException if it can't be written; what was there before still is
    void write(Collection<UnstoredKill> kills) throws IOException {
        if (kills.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("kill-switch.new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap(JSON.writeValueAsBytes(kills));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The name, too, must survive the machine.
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
