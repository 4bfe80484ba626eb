package io.plimsoll.rules.document.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The document that the tests begin with.
public final class GoodDocument {

    private GoodDocument() {}

    public static String text() {
        try (InputStream file = GoodDocument.class.getResourceAsStream("good.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /// With a piece, which must be there exactly once, replaced.
    public static String with(String replaced, String by) {
        String text = text();
        int first = text.indexOf(replaced);
        if (first < 0 || first != text.lastIndexOf(replaced)) {
            throw new IllegalArgumentException("good.json must have this exactly once (%s).".formatted(replaced));
        }
        return text.replace(replaced, by);
    }
}
