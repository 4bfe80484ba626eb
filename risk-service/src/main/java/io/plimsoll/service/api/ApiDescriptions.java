package io.plimsoll.service.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What schemas and their fields mean, by name.
final class ApiDescriptions {

    private final Properties texts;

    private ApiDescriptions(Properties texts) {
        this.texts = texts;
    }

    static ApiDescriptions read() {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(ApiDescriptions.class.getResourceAsStream("/api-descriptions.properties")),
                UTF_8)) {
            texts.load(file);
            return new ApiDescriptions(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The description of `Schema` or `Schema.field`.
    Optional<String> of(String name) {
        return Optional.ofNullable(texts.getProperty(name));
    }
}
