package io.plimsoll.service.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// The examples of `examples/` that the OpenAPI document shows.
final class ApiExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiExamples() {}

    /// An example as the object that it is.
    static Map<String, Object> read(String file) {
        try (InputStream json =
                Objects.requireNonNull(ApiExamples.class.getResourceAsStream("/examples/" + file), file)) {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
