package io.plimsoll.service.record.export;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A field of an object: a text, an object as it is written, or something else.
final class JsonField {

    /// What is neither text nor object; null is among it.
    static final JsonField OTHER = new JsonField("", new byte[0]);

    private static final int EMPTY_OBJECT = "{}".length();

    private final String text;
    private final byte[] object;

    private JsonField(String text, byte[] object) {
        this.text = text;
        this.object = object;
    }

    static JsonField text(String text) {
        return new JsonField(text, new byte[0]);
    }

    static JsonField object(String json) {
        return new JsonField("", json.getBytes(UTF_8));
    }

    /// The text; empty if it is none.
    String text() {
        return text;
    }

    /// The bytes of the object, not copied; empty if it is none.
    byte[] object() {
        return object;
    }

    /// Whether it is an object, and not the shortest one.
    boolean isFilledObject() {
        return object.length > EMPTY_OBJECT;
    }
}
