package io.plimsoll.service.body;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into lines, holding no more than one chunk and one line.
///
/// A line ends with LF or CR LF. Blank lines are counted and passed over. Of a line that is too long only its
/// number is kept.
final class LineSplitter {

    private final int limit;
    private final Queue<BodyLine> complete = new ArrayDeque<>();
    private Buffer begun = Buffer.buffer();
    private boolean tooLong;
    private long number = 1;

    /// @param limit the most bytes of a line
    LineSplitter(int limit) {
        this.limit = limit;
    }

    /// Takes what arrived.
    void append(Buffer chunk) {
        int start = 0;
        for (int i = 0; i < chunk.length(); i++) {
            if (chunk.getByte(i) == '\n') {
                add(chunk, start, i);
                finishLine();
                start = i + 1;
            }
        }
        add(chunk, start, chunk.length());
    }

    /// Takes the end of the stream: a last line needs no end of its own.
    ///
    /// @return whether there was one
    boolean end() {
        finishLine();
        return hasNext();
    }

    /// The next complete line, if there is one.
    Optional<BodyLine> poll() {
        return Optional.ofNullable(complete.poll());
    }

    /// Whether there is a complete line.
    boolean hasNext() {
        return !complete.isEmpty();
    }

    private void add(Buffer chunk, int start, int end) {
        // One byte more than the limit, because it may be the CR of the line's end.
        if (tooLong || begun.length() + (end - start) > limit + 1) {
            tooLong = true;
            begun = Buffer.buffer();
        } else {
            begun.appendBuffer(chunk, start, end - start);
        }
    }

    private void finishLine() {
        if (tooLong) {
            complete.add(new BodyLine(number, null));
        } else if (!isBlank()) {
            complete.add(new BodyLine(number, text()));
        }
        number++;
        begun = Buffer.buffer();
        tooLong = false;
    }

    private @Nullable Buffer text() {
        int length = begun.length();
        if (length > 0 && begun.getByte(length - 1) == '\r') {
            length--;
        }
        return length > limit ? null : begun.slice(0, length);
    }

    private boolean isBlank() {
        for (int i = 0; i < begun.length(); i++) {
            byte character = begun.getByte(i);
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
