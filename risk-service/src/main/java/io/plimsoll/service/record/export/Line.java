package io.plimsoll.service.record.export;

/// A line of a file.
final class Line {

    private final long number;
    private final byte[] bytes;
    private final End end;

    /// @param number from 1
    /// @param bytes without the line break; empty if the line is too long. Not copied
    /// @param end how it ended
    Line(long number, byte[] bytes, End end) {
        this.number = number;
        this.bytes = bytes;
        this.end = end;
    }

    /// How a line ends.
    enum End {
        /// with a line feed
        BREAK,
        /// with the file
        FILE,
        /// nowhere within the bound; what came after was passed over
        BOUND
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    End end() {
        return end;
    }

    /// Whether it begins with this text.
    boolean startsWith(String ascii) {
        if (bytes.length < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
