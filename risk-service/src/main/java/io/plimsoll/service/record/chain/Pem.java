package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys as text (RFC 7468): one block a file.
final class Pem {

    private static final int MAX_BYTES = 64 << 10;
    private static final int LINE_LENGTH = 64;
    private static final Pattern BLOCK =
            Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----\\s([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

    private Pem() {}

    static String text(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
    }

    /// The content of the file's one block.
    ///
    /// @throws IOException if it can't be read, or holds no such block
    static byte[] read(Path file, String label) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.matches() || !block.group(1).equals(label)) {
            throw new IOException("The file %s must hold one block BEGIN %s and nothing else. Maybe it is another file."
                    .formatted(file, label));
        }
        try {
            return Base64.getDecoder()
                    .decode(block.group(2).replaceAll("\\s", "").getBytes(US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IOException("The file %s holds no Base64. Maybe it was cut.".formatted(file), e);
        }
    }
}
