package io.plimsoll.rules.document.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.model.number.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/// Writes records as canonical JSON: fields in the order of declaration, decimals as plain strings without trailing
/// zeros, times in UTC, on one line. What is null is left out, unless the record says otherwise.
public final class JsonWriter {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule()
                    .addSerializer(BigDecimal.class, new PlainDecimal())
                    .addSerializer(Instant.class, new UtcTime()))
            .build();

    private JsonWriter() {}

    /// The document as UTF-8 text.
    public static byte[] write(Record document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every document can be written.", e);
        }
    }

    /// The document as a tree.
    public static ObjectNode tree(Record document) {
        return MAPPER.valueToTree(document);
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Decimals.canonical(value).toPlainString());
        }
    }

    private static final class UtcTime extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }
}
