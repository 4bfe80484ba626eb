package io.plimsoll.rules.source;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decodes files: strict UTF-8, because a replacement character in a key would be a different key.
final class SourceText {

    private SourceText() {}

    static Optional<String> decode(String path, byte[] content, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            String decoded = characters.flip().toString();
            diagnostics.error(
                    "source.encoding",
                    path,
                    1 + (int) normalised(decoded).chars().filter(c -> c == '\n').count(),
                    0,
                    "The file is not UTF-8: byte %d (0x%02X) does not belong to a character."
                            .formatted(bytes.position(), content[bytes.position()]),
                    "Maybe save it again with the encoding UTF-8.");
            return Optional.empty();
        }
        return Optional.of(normalised(characters.flip().toString()));
    }

    private static String normalised(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return withoutMark.replace("\r\n", "\n").replace('\r', '\n');
    }
}
