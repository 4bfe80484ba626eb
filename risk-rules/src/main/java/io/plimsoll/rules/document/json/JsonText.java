package io.plimsoll.rules.document.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.plimsoll.model.number.Decimals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The bytes of a document as tokens, within limits.
final class JsonText {

    static final int MAX_DEPTH = 32;
    static final int MAX_STRING_LENGTH = 64 << 10;
    static final int MAX_NAME_LENGTH = 256;

    // Names are not pooled, so that hostile ones leave nothing behind.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Decimals.MAX_TEXT_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonText() {}

    /// A parser of the text.
    ///
    /// @throws InvalidDocumentException if it is too large, or not UTF-8 without a byte order mark
    static JsonParser parser(byte[] json) throws IOException {
        if (json.length > JsonDocuments.MAX_BYTES) {
            throw refused(
                    "The document is too large (more than %,d bytes).".formatted(JsonDocuments.MAX_BYTES),
                    "Maybe send several.");
        }
        if (json.length == 0) {
            throw refused("The document is empty (0 bytes).", "Maybe the body was not sent.");
        }
        if (json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF) {
            throw refused(
                    "The document begins with a byte order mark (EF BB BF).", "Maybe save it as UTF-8 without one.");
        }
        return FACTORY.createParser(decoded(json));
    }

    // Strict: Jackson's own decoder lets surrogates pass that are encoded one by one, and guesses other encodings.
    private static char[] decoded(byte[] json) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(json);
        CharBuffer characters = CharBuffer.allocate(json.length);
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            throw refused(
                    "The document is not UTF-8: byte %d (0x%02X) does not belong to a character."
                            .formatted(bytes.position(), json[bytes.position()]),
                    "Maybe send it again with the encoding UTF-8.");
        }
        characters.flip();
        char[] text = new char[characters.remaining()];
        characters.get(text);
        return text;
    }

    private static InvalidDocumentException refused(String detail, String remedy) {
        return new InvalidDocumentException(new DocumentProblem("", detail, remedy));
    }
}
