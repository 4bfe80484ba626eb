package io.plimsoll.service.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// The parts of a decision's entry, as the bytes that they are.
final class StoredEntry {

    private static final JsonFactory JSON = new JsonFactory();

    private StoredEntry() {}

    /// A member of the entry's body, byte by byte.
    ///
    /// @throws IllegalArgumentException if the entry has none of that name
    static byte[] part(byte[] entry, String name) {
        try (JsonParser parser = JSON.createParser(entry)) {
            parser.nextToken();
            find(parser, "body");
            find(parser, name);
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            // A text is read when it is asked for.
            parser.finishToken();
            int end = (int) parser.currentLocation().getByteOffset();
            return Arrays.copyOfRange(entry, start, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A member of the entry's body that is a text.
    ///
    /// @throws IllegalArgumentException if the entry has none of that name
    static String text(byte[] entry, String name) {
        try (JsonParser parser = JSON.createParser(part(entry, name))) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Goes to the value of a member of the object that the parser is at.
    private static void find(JsonParser parser, String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(name);
            parser.nextToken();
            if (found) {
                return;
            }
            parser.skipChildren();
        }
        throw new IllegalArgumentException("The entry's body has no member %s.".formatted(name));
    }
}
