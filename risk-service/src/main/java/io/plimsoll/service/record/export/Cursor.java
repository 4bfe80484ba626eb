package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Reads the fixed frame of a line: there is one way to write it, byte by byte.
final class Cursor {

    private static final int MAX_DIGITS = 18;

    private final byte[] line;
    private int position;

    Cursor(byte[] line) {
        this.line = line;
    }

    int position() {
        return position;
    }

    /// Passes over the very text.
    Cursor expect(String ascii) throws InvalidLineException {
        for (int i = 0; i < ascii.length(); i++) {
            if (position >= line.length || line[position] != ascii.charAt(i)) {
                throw new InvalidLineException("is not framed as a record's: byte %d must begin %s."
                        .formatted(position + 1, ascii.substring(i)));
            }
            position++;
        }
        return this;
    }

    /// The text before the next quote, which is passed over.
    String text(int maxLength) throws InvalidLineException {
        int start = position;
        while (position < line.length && line[position] != '"' && position - start <= maxLength) {
            position++;
        }
        String text = new String(line, start, position - start, ISO_8859_1);
        expect("\"");
        return text;
    }

    /// A positive number without leading zeros.
    long number() throws InvalidLineException {
        int start = position;
        while (position < line.length && line[position] >= '0' && line[position] <= '9') {
            position++;
        }
        int digits = position - start;
        if (digits == 0 || digits > MAX_DIGITS || line[start] == '0') {
            throw new InvalidLineException(
                    "has no sequence of 1 to %d digits, the first not 0, at byte %d.".formatted(MAX_DIGITS, start + 1));
        }
        return Long.parseLong(new String(line, start, digits, ISO_8859_1));
    }
}
