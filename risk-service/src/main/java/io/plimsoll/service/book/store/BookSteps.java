package io.plimsoll.service.book.store;

import io.plimsoll.service.keyed.Precondition;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The steps that change a document of the book, each within a transaction of the caller's.
public final class BookSteps {

    private BookSteps() {}

    /// Puts a document in its place.
    ///
    /// @param condition of what is there now
    /// @param document in canonical form
    /// @throws ProblemException if the condition does not hold
    public static Written put(
            Handle transaction,
            BookTable table,
            String id,
            Precondition condition,
            String by,
            Instant at,
            byte[] document) {
        String what = "the " + table.named(id);
        var held = BookRows.hold(transaction, table, id);
        if (held.isPresent()) {
            condition.requirePresent(held.get().revision(), what);
            return new Written(id, BookRows.update(transaction, table, id, by, at, document), false);
        }
        condition.requireAbsent(what);
        long revision = BookRows.insert(transaction, table, id, by, at, document)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PRECONDITION_FAILED,
                        "Somebody else has made %s at this moment. Maybe read it, and send its ETag as If-Match."
                                .formatted(what)));
        return new Written(id, revision, true);
    }

    /// Replaces a document that is held.
    ///
    /// @param document in canonical form
    public static Written replace(
            Handle transaction, BookTable table, String id, String by, Instant at, byte[] document) {
        return new Written(id, BookRows.update(transaction, table, id, by, at, document), false);
    }

    /// Removes a document that is held.
    public static void remove(Handle transaction, BookTable table, String id) {
        BookRows.delete(transaction, table, id);
    }

    /// A document that was read, held until the transaction is over.
    ///
    /// @param read its revision then
    /// @throws ProblemException if it is not there, or has changed since
    public static StoredDocument hold(Handle transaction, BookTable table, String id, long read) {
        StoredDocument held = BookRows.hold(transaction, table, id).orElseThrow(() -> missing(table, id));
        Precondition.requireRevision(read, held.revision(), "the " + table.named(id));
        return held;
    }

    /// A document.
    ///
    /// @throws ProblemException if it is not there
    public static StoredDocument find(Handle sql, BookTable table, String id) {
        return BookRows.find(sql, table, id).orElseThrow(() -> missing(table, id));
    }

    private static ProblemException missing(BookTable table, String id) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "The book has no %s. Maybe look at GET %s.".formatted(table.named(id), table.path()));
    }
}
