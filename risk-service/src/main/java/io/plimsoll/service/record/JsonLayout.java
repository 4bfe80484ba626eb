package io.plimsoll.service.record;

import java.util.Arrays;

/// The space between the tokens of a JSON text.
final class JsonLayout {

    private JsonLayout() {}

    /// The text without it: the same tokens, spelt as they were, on one line.
    ///
    /// @param json valid JSON in UTF-8
    static byte[] strip(byte[] json) {
        byte[] stripped = new byte[json.length];
        int length = 0;
        boolean inText = false;
        for (int i = 0; i < json.length; i++) {
            byte character = json[i];
            if (inText) {
                stripped[length++] = character;
                if (character == '\\') {
                    stripped[length++] = json[++i];
                } else if (character == '"') {
                    inText = false;
                }
            } else if (character != ' ' && character != '\n' && character != '\r' && character != '\t') {
                stripped[length++] = character;
                inText = character == '"';
            }
        }
        return Arrays.copyOf(stripped, length);
    }
}
