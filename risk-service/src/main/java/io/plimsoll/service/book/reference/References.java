package io.plimsoll.service.book.reference;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookSteps;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.ListedDocument;
import io.plimsoll.service.book.store.StoredDocument;
import io.plimsoll.service.book.store.Written;
import io.plimsoll.service.keyed.Keeper;
import io.plimsoll.service.keyed.Precondition;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.RecordTail;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What accounts refer to. What is written here is committed, with its entry in the record, when the method
/// returns.
@Singleton
final class References {

    private final Store store;

    References(Store store) {
        this.store = store;
    }

    /// Who changes something.
    ///
    /// @param person who it is
    /// @param from network address
    record Author(String person, String from) {}

    /// A document as it is kept.
    ///
    /// @throws ProblemException if there is none
    StoredDocument read(BookTable table, String id) {
        return store.read(sql -> BookSteps.find(sql, table, id));
    }

    /// Documents by identifier.
    ///
    /// @param after only those of greater identifiers
    /// @param limit the most
    List<ListedDocument> list(BookTable table, String after, int limit) {
        return store.read(sql -> BookRows.list(sql, table, after, limit));
    }

    /// Puts a document in its place.
    ///
    /// @param document in canonical form
    /// @throws ProblemException if what is there is not what the condition says, or the identifier is taken
    Written put(BookTable table, String id, Record document, Precondition condition, Author author, Keeper keeper) {
        byte[] text = JsonWriter.write(document);
        return store.write(sql -> {
            // As fine as the database keeps it, so that its entry in the record has the same.
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            Written written = BookSteps.put(sql, table, id, condition, author.person(), now, text);
            RecordTail.append(
                    sql,
                    table.kind(),
                    now,
                    JsonWriter.write(
                            new ReferenceEntry(id, written.revision(), author.person(), author.from(), document)));
            // After the entry: whoever appends holds the end of the record, so that of two who take the same
            // identifier at the same time the second one sees the first.
            requireOwnName(sql, table, id);
            keeper.keep(sql, written);
            return written;
        });
    }

    /// An instrument and an asset of one identifier would share their marks.
    private static void requireOwnName(Handle sql, BookTable table, String id) {
        @Nullable
        BookTable other = switch (table) {
            case INSTRUMENT -> BookTable.COLLATERAL;
            case COLLATERAL -> BookTable.INSTRUMENT;
            case ACCOUNT, CATEGORY -> null;
        };
        if (other != null && BookRows.exists(sql, other, id)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "There is the %s already, so marks could not be told apart. Maybe name the pair."
                            .formatted(other.named(id)));
        }
    }
}
