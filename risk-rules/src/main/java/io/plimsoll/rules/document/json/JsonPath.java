package io.plimsoll.rules.document.json;

import java.util.Arrays;

/// Where a reader stands in a document. Costs nothing until someone asks for the pointer.
final class JsonPath {

    private Object[] segments = new Object[8];
    private int depth;

    /// Goes down into a field (its name) or an entry (its index).
    void enter(Object segment) {
        if (depth == segments.length) {
            segments = Arrays.copyOf(segments, 2 * depth);
        }
        segments[depth++] = segment;
    }

    /// Goes back up.
    void leave() {
        depth--;
    }

    /// The JSON pointer (RFC 6901) of this place.
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            append(pointer, segments[i].toString());
        }
        return pointer.toString();
    }

    /// The JSON pointer of a field of the object at this place; of the object itself if the name can't be shown.
    String pointerTo(String field) {
        if (!Shown.isPlain(field)) {
            return pointer();
        }
        StringBuilder pointer = new StringBuilder(pointer());
        append(pointer, field);
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, String segment) {
        pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
    }
}
