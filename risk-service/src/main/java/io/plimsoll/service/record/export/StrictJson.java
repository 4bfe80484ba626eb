package io.plimsoll.service.record.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.plimsoll.service.record.chain.Chain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads JSON that has one meaning: strict UTF-8, no name twice in an object, nothing after the end, and at
/// most [#MAX_DEPTH] levels. Only the line's length bounds the rest.
final class StrictJson {

    /// The deepest nesting of objects and lists.
    static final int MAX_DEPTH = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Chain.MAX_LINE_BYTES)
                    .maxStringLength(Chain.MAX_LINE_BYTES)
                    .maxNameLength(Chain.MAX_LINE_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private StrictJson() {}

    /// A parser that meets only what is strict.
    static JsonParser parser(byte[] json) throws IOException, InvalidLineException {
        return FACTORY.createParser(decoded(json));
    }

    /// The fields of an object, in order.
    ///
    /// @throws InvalidLineException if the text is no such object
    static Map<String, JsonField> fields(byte[] json) throws InvalidLineException {
        char[] text = decoded(json);
        Map<String, JsonField> fields = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                fields.put(name, field(parser, text));
            }
            require(parser.nextToken() == null);
        } catch (JsonProcessingException e) {
            throw invalid(e);
        } catch (IOException e) {
            throw new IllegalStateException("An array of bytes can be read.", e);
        }
        return fields;
    }

    /// What the parser objects to, without its own words about Java.
    static InvalidLineException invalid(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return new InvalidLineException(
                message.startsWith("Duplicate") ? "has a name twice in one object." : "is not strict JSON.");
    }

    static void require(boolean holds) throws InvalidLineException {
        if (!holds) {
            throw new InvalidLineException("is not one JSON object of the known form.");
        }
    }

    private static JsonField field(JsonParser parser, char[] text) throws IOException {
        JsonToken token = parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (token == JsonToken.VALUE_STRING) {
            return JsonField.text(parser.getText());
        }
        parser.skipChildren();
        if (token != JsonToken.START_OBJECT) {
            return JsonField.OTHER;
        }
        int end = (int) parser.currentLocation().getCharOffset();
        return JsonField.object(new String(text, start, end - start));
    }

    // Jackson's own decoder lets surrogates pass that are encoded one by one, and guesses other encodings.
    private static char[] decoded(byte[] json) throws InvalidLineException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(json);
        CharBuffer characters = CharBuffer.allocate(json.length);
        if (decoder.decode(bytes, characters, true).isError()) {
            throw new InvalidLineException("is not UTF-8 at byte %d of its JSON.".formatted(bytes.position() + 1));
        }
        characters.flip();
        char[] text = new char[characters.remaining()];
        characters.get(text);
        return text;
    }
}
