package io.plimsoll.service.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.CheckpointKey;
import io.plimsoll.service.record.chain.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However the last line was torn, the lines before it and those after it are whole.
final class CheckpointFileTest {

    private static final CheckpointKey KEY = CheckpointKey.generate();

    @TempDir
    Path folder;

    @Test
    void aLineThatWasTornAnywhereIsReplacedByTheNext() throws IOException {
        int length = line(2).length;
        for (int cut = 0; cut <= length; cut++) {
            for (int zeros : new int[] {0, 1, 4_096}) {
                Path file = Files.write(folder.resolve("checkpoints"), text(1));
                Files.write(file, Arrays.copyOf(line(2), cut), StandardOpenOption.APPEND);
                Files.write(file, new byte[zeros], StandardOpenOption.APPEND);

                new CheckpointFile(file).append(line(3));

                assertThat(Files.readString(file))
                        .as("torn after %d bytes, then %d zeros", cut, zeros)
                        .isEqualTo(new String(text(1, 3), US_ASCII));
            }
        }
    }

    @Test
    void linesFollowOneAnother() throws IOException {
        Path file = folder.resolve("checkpoints");
        CheckpointFile checkpoints = new CheckpointFile(file);
        for (int sequence = 1; sequence <= 3; sequence++) {
            checkpoints.append(line(sequence));
        }
        new CheckpointFile(file).append(line(4));
        assertThat(Files.readAllBytes(file)).isEqualTo(text(1, 2, 3, 4));
    }

    @Test
    void itsLastLineIsKnown() throws IOException {
        Path file = folder.resolve("checkpoints");
        CheckpointFile checkpoints = new CheckpointFile(file);
        assertThat(checkpoints.endsWith(line(1))).isFalse();
        checkpoints.append(line(1));
        assertThat(checkpoints.endsWith(line(1))).isTrue();
        checkpoints.append(line(2));
        assertThat(checkpoints.endsWith(line(1))).isFalse();
        assertThat(checkpoints.endsWith(line(2))).isTrue();
        assertThat(checkpoints.endsWith(Arrays.copyOfRange(line(2), 1, line(2).length)))
                .isFalse();
        Files.write(file, line(2));
        assertThat(checkpoints.endsWith(line(2))).as("without its line feed").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a diary", "x\n{\"hash\":", "{\"checkpoint\"x", "{\"check\u0001"})
    void anotherFileIsLeftAsItIs(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("checkpoints"), text);
        CheckpointFile checkpoints = new CheckpointFile(file);
        assertThatIOException()
                .isThrownBy(() -> checkpoints.append(line(1)))
                .withMessageContaining("does not end with a checkpoint")
                .withMessageContaining("-Dplimsoll.record.checkpoints");
        assertThat(file).hasContent(text);
    }

    private static byte[] line(long sequence) {
        return KEY.sign(new ChainHead(sequence, Hashes.of(new byte[0])), Instant.EPOCH)
                .line();
    }

    private static byte[] text(long... sequences) {
        StringBuilder text = new StringBuilder();
        for (long sequence : sequences) {
            text.append(new String(line(sequence), US_ASCII)).append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }
}
