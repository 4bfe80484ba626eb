package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The line of an export that holds the files of a rule set: paths in order, each file as text, or, if it is
/// not UTF-8, as `{"base64":"…"}`. There is one way to write it, so that every changed byte is seen.
public final class RuleSetLine {

    static final String START = "{\"ruleSet\":";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private RuleSetLine() {}

    /// The line, without a line break.
    public static byte[] of(RuleSetSource source) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart("ruleSet");
            json.writeStringField("digest", source.digest());
            json.writeObjectFieldStart("files");
            for (String path : source.paths()) {
                write(json, path, source.bytes(path).orElseThrow());
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("An array of bytes can be written.", e);
        }
        return line.toByteArray();
    }

    private static void write(JsonGenerator json, String path, byte[] content) throws IOException {
        Optional<String> text = text(content);
        if (text.isPresent()) {
            json.writeStringField(path, text.get());
        } else {
            json.writeObjectFieldStart(path);
            json.writeStringField("base64", Base64.getEncoder().encodeToString(content));
            json.writeEndObject();
        }
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The rule set of a line.
    ///
    /// @throws InvalidLineException if the line is not exactly what is written for these files; its digest is
    ///     that of the files then
    static RuleSetSource read(byte[] line) throws InvalidLineException {
        RuleSetSource source = source(files(line));
        if (!Arrays.equals(of(source), line)) {
            throw new InvalidLineException(
                    "has files that don't give its digest, or is written in another way: their digest is %s."
                            .formatted(source.digest()));
        }
        return source;
    }

    private static RuleSetSource source(Map<String, byte[]> files) throws InvalidLineException {
        try {
            return RuleSetSource.of(files);
        } catch (InvalidRuleSetException e) {
            throw new InvalidLineException("has files that no rule set may have.");
        }
    }

    private static Map<String, byte[]> files(byte[] line) throws InvalidLineException {
        Map<String, byte[]> files = new TreeMap<>();
        try (JsonParser json = StrictJson.parser(line)) {
            begin(json, "ruleSet");
            StrictJson.require("digest".equals(json.nextFieldName()) && json.nextToken() == JsonToken.VALUE_STRING);
            StrictJson.require("files".equals(json.nextFieldName()));
            StrictJson.require(json.nextToken() == JsonToken.START_OBJECT);
            for (String path = json.nextFieldName(); path != null; path = json.nextFieldName()) {
                files.put(path, content(json));
            }
            StrictJson.require(json.nextToken() == JsonToken.END_OBJECT);
            StrictJson.require(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        } catch (JsonProcessingException e) {
            throw StrictJson.invalid(e);
        } catch (IOException e) {
            throw new IllegalStateException("An array of bytes can be read.", e);
        }
        return files;
    }

    private static void begin(JsonParser json, String name) throws IOException, InvalidLineException {
        StrictJson.require(json.nextToken() == JsonToken.START_OBJECT);
        StrictJson.require(name.equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_OBJECT);
    }

    private static byte[] content(JsonParser json) throws IOException, InvalidLineException {
        if (json.nextToken() == JsonToken.VALUE_STRING) {
            return json.getText().getBytes(UTF_8);
        }
        StrictJson.require(json.currentToken() == JsonToken.START_OBJECT && "base64".equals(json.nextFieldName()));
        StrictJson.require(json.nextToken() == JsonToken.VALUE_STRING);
        try {
            byte[] content = Base64.getDecoder().decode(json.getText());
            StrictJson.require(json.nextToken() == JsonToken.END_OBJECT);
            return content;
        } catch (IllegalArgumentException e) {
            throw new InvalidLineException("has a file that is no Base64.");
        }
    }
}
