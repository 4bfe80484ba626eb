package io.plimsoll.service.book.api;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.book.store.Written;
import io.plimsoll.service.keyed.EntityTag;
import io.plimsoll.service.keyed.KeptAnswer;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.record.Text;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What requests to the book are read as, and answered by.
public final class BookAnswers {

    private BookAnswers() {}

    /// The fact in a body.
    ///
    /// @param reader which refuses what is none
    /// @throws ProblemException if it is none, with everything that is wrong with it
    public static <F> F read(byte[] body, Function<byte[], F> reader) {
        try {
            return reader.apply(body);
        } catch (InvalidDocumentException e) {
            throw ProblemException.inDocument(e.problems(), e);
        }
    }

    /// Refuses a document that is put in the place of another.
    ///
    /// @param field that has its identifier
    /// @throws ProblemException if it is not the one of the path
    public static void requireSame(String field, String inDocument, String inPath) {
        if (!inDocument.equals(inPath)) {
            throw ProblemException.inDocument(
                    List.of(new DocumentProblem(
                            "/" + field,
                            "%s (%s) is not the one in the path.".formatted(field, inDocument),
                            "Maybe put it in its own place, or correct it.")),
                    null);
        }
    }

    /// What is wrong with a document that can't be a part of another one.
    ///
    /// @param field of the document, as a path without the leading slash; empty for all of it
    public static ProblemException refused(String field, InvalidFactException fault) {
        return ProblemException.inFact(field.isEmpty() ? "" : "/" + field, fault);
    }

    /// A document with its revision.
    public static Response document(StoredDocument stored) {
        return Response.ok(stored.document().bytes())
                .header("ETag", EntityTag.of(stored.revision()))
                .build();
    }

    /// What came of putting something in its place.
    public static KeptAnswer written(BookTable table, Written written) {
        return new KeptAnswer(
                written.isNew() ? 201 : 200,
                Optional.of(EntityTag.of(written.revision())),
                written.isNew() ? Optional.of(table.path() + "/" + written.id()) : Optional.empty(),
                Text.of(JsonWriter.write(new WrittenDocument(written.id(), written.revision()))));
    }

    /// What became of what was sent.
    public static KeptAnswer done(Record document) {
        return new KeptAnswer(200, Optional.empty(), Optional.empty(), Text.of(JsonWriter.write(document)));
    }

    /// What is said of something that was removed: nothing.
    public static KeptAnswer removed() {
        return new KeptAnswer(204, Optional.empty(), Optional.empty(), Text.of(new byte[0]));
    }
}
