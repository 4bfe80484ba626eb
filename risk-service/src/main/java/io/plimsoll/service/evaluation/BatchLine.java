package io.plimsoll.service.evaluation;

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

/// One line of a batch.
///
/// @param number counted from 1, blank lines included
/// @param text without its end; null if it was longer than a document may be
public record BatchLine(long number, @Nullable Buffer text) {

    /// Its bytes, which may be a document.
    ///
    /// @throws ProblemException if it is too long
    public byte[] bytes() {
        if (text == null) {
            String detail = "The line is too long (more than %,d bytes).".formatted(JsonDocuments.MAX_BYTES);
            throw ProblemException.inDocument(
                    List.of(new DocumentProblem("", detail, "Maybe a line break is missing.")), null);
        }
        return text.getBytes();
    }

    /// The answer that consists of a document.
    ///
    /// @param field by which it goes, in JSON, with what stands before it: `"decision":`
    public Buffer answer(String field, byte[] document) {
        String start = "{\"line\":%d,%s".formatted(number, field);
        return Buffer.buffer(start.length() + document.length + 2)
                .appendBytes(start.getBytes(US_ASCII))
                .appendBytes(document)
                .appendBytes("}\n".getBytes(US_ASCII));
    }

    /// The answer that says what went wrong.
    public Buffer problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return answer("\"problem\":", JsonWriter.write(Problems.of(cause).document(null)));
    }

    /// Bytes that are held of it.
    int length() {
        return text == null ? 0 : text.length();
    }
}
