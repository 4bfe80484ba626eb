package io.plimsoll.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server says is kept, but not without end.
final class ServerLogTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aShortLogStaysAsItIs() throws IOException {
        Path file = folder.resolve("postgres.log");
        Files.write(file, new byte[MEBIBYTE]);
        new ServerLog(folder).bound();
        assertThat(file).hasSize(MEBIBYTE);
        assertThat(folder.resolve("postgres.log.1")).doesNotExist();
    }

    @Test
    void aLongOneBeginsAnewWhereItsWriterGoesOn() throws IOException {
        Path file = folder.resolve("postgres.log");
        // As the server does: opened once.
        try (OutputStream writer = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int round = 1; round <= 3; round++) {
                writer.write(new byte[MEBIBYTE]);
                writer.write(round);
                new ServerLog(folder).bound();
                assertThat(file).isEmptyFile();
                assertThat(Files.readAllBytes(folder.resolve("postgres.log.1")))
                        .hasSize(MEBIBYTE + 1)
                        .endsWith(round);
            }
            writer.write('x');
        }
        assertThat(file).hasContent("x");
    }

    @Test
    void noneIsNeeded() throws IOException {
        new ServerLog(folder).bound();
        assertThat(folder).isEmptyDirectory();
    }
}
