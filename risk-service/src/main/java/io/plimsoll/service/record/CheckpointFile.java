package io.plimsoll.service.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The file of checkpoints beside the database: lines that are appended, each on disk before the next.
///
/// A machine that loses power, or a full disk, can leave the last line torn. It is cut off before the next
/// one is written, which would be lost in it otherwise. Used by one thread.
final class CheckpointFile {

    /// Far longer than any checkpoint.
    private static final int REACH = 1 << 16;

    private static final byte[] START = "{\"checkpoint\":".getBytes(US_ASCII);

    private final Path file;
    private boolean whole;

    CheckpointFile(Path file) {
        this.file = file;
    }

    /// Adds a line.
    ///
    /// @param line without its line feed
    /// @throws IOException if it can't be written, or the file is not one of checkpoints
    void append(byte[] line) throws IOException {
        if (!whole) {
            cutTorn();
        }
        whole = false;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer text = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put((byte) '\n')
                    .flip();
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        whole = true;
    }

    /// Whether this is the last line, and is whole.
    boolean endsWith(byte[] line) throws IOException {
        byte[] end = end();
        int length = line.length + 1;
        return end.length >= length
                && end[end.length - 1] == '\n'
                && Arrays.equals(end, end.length - length, end.length - 1, line, 0, line.length)
                && (end.length == length || end[end.length - length - 1] == '\n');
    }

    private void cutTorn() throws IOException {
        byte[] end = end();
        int from = end.length;
        while (from > 0 && end[from - 1] != '\n') {
            from--;
        }
        if (from == end.length) {
            return;
        }
        if (!isTorn(Arrays.copyOfRange(end, from, end.length))) {
            throw new IOException(
                    "The file %s does not end with a checkpoint. Maybe it is another file; name one with -Dplimsoll.record.checkpoints."
                            .formatted(file));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - (end.length - from));
            channel.force(true);
        }
    }

    /// Whether a text can be the beginning of a checkpoint: where the disk did not get what was written there
    /// are zeros.
    private static boolean isTorn(byte[] text) {
        int written = 0;
        while (written < text.length && text[written] != 0) {
            written++;
        }
        int compared = Math.min(written, START.length);
        return text.length < REACH && Arrays.equals(text, 0, compared, START, 0, compared);
    }

    private byte[] end() throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, REACH));
            channel.position(size - end.capacity());
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // Until all of it is there.
            }
            return Arrays.copyOf(end.array(), end.position());
        }
    }
}
