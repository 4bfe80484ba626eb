package io.plimsoll.service.record.export;

import io.plimsoll.service.record.chain.Chain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Cuts a file into lines at each line feed, holding no more than one line.
final class LineReader {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int limit;
    private long number;

    /// @param in not closed here
    LineReader(InputStream in) {
        this.in = in;
    }

    /// How many lines were read.
    long count() {
        return number;
    }

    /// The next line; empty at the end of the file.
    Optional<Line> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        do {
            int end = position;
            while (end < limit && chunk[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - position) > Chain.MAX_LINE_BYTES;
            if (!tooLong) {
                line.write(chunk, position, end - position);
            }
            position = end;
            if (end < limit) {
                position++;
                return Optional.of(tooLong ? overlong() : new Line(number, line.toByteArray(), Line.End.BREAK));
            }
        } while (fill());
        return Optional.of(tooLong ? overlong() : new Line(number, line.toByteArray(), Line.End.FILE));
    }

    private Line overlong() {
        return new Line(number, new byte[0], Line.End.BOUND);
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.read(chunk));
        return limit > 0;
    }
}
