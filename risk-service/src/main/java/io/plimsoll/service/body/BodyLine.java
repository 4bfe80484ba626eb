package io.plimsoll.service.body;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.JsonDocuments;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.Problems;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// One line of a body.
///
/// @param number counted from 1, blank lines included
/// @param text without its end; null if it was longer than a document may be
public record BodyLine(long number, @Nullable Buffer text) {

    /// Bytes that are held of it.
    int length() {
        return text == null ? 0 : text.length();
    }

    /// The document on it.
    ///
    /// @throws ProblemException if it is too long for one
    public byte[] document() {
        if (text == null) {
            String detail = "The line is too long (more than %,d bytes).".formatted(JsonDocuments.MAX_BYTES);
            throw ProblemException.inDocument(
                    List.of(new DocumentProblem("", detail, "Maybe a line break is missing.")), null);
        }
        return text.getBytes();
    }

    /// The answer to it: `{"line": 1, …}`.
    ///
    /// @param fields between the number and the document, as JSON, such as `"decision":`
    public Buffer answer(String fields, byte[] document) {
        String start = "{\"line\":%d,%s".formatted(number, fields);
        return Buffer.buffer(start.length() + document.length + 2)
                .appendBytes(start.getBytes(US_ASCII))
                .appendBytes(document)
                .appendBytes("}\n".getBytes(US_ASCII));
    }

    /// The answer that it gets if something went wrong: `{"line": 1, "problem": {…}}`.
    public Buffer problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return answer("\"problem\":", JsonWriter.write(Problems.of(cause).document(null)));
    }
}
