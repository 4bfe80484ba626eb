package io.plimsoll.service.evaluation;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/// One line of a batch.
///
/// @param number counted from 1, blank lines included
/// @param text without its end; null if it was longer than a document may be
record BatchLine(long number, @Nullable Buffer text) {

    /// Bytes that are held of it.
    int length() {
        return text == null ? 0 : text.length();
    }
}
