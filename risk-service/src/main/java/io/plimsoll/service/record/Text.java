package io.plimsoll.service.record;

import java.util.Arrays;

/// A text in UTF-8 on its way from one place to another, compared by its bytes. They are handed over, not
/// copied: nobody changes them.
public final class Text {

    private final byte[] bytes;

    private Text(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The text that bytes are.
    public static Text of(byte[] bytes) {
        return new Text(bytes);
    }

    /// Its bytes.
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && Arrays.equals(text.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
