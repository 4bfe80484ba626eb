package io.plimsoll.service.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem as written (RFC 9457).
///
/// @param type the kind of problem, stable
/// @param title the kind in a few words
/// @param status the HTTP status
/// @param detail what is wrong this time, in a sentence
/// @param instance names this occurrence; left out on a line of a batch, which the line's number names
/// @param errors each thing that is wrong with a document or parameter
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<ErrorDocument> errors) {

    /// One thing that is wrong.
    ///
    /// @param pointer where in the document, as a JSON pointer (RFC 6901); empty for the document as a whole
    /// @param parameter the query parameter, if it is one
    /// @param detail what is wrong, in a sentence that names the value
    /// @param remedy what to do
    public record ErrorDocument(
            @Nullable String pointer, @Nullable String parameter, String detail, String remedy) {}
}
