package io.plimsoll.service.live;

import io.plimsoll.service.book.store.BookRows;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.StoredDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What has changed in the book since it was looked at last. Whoever writes to the book leaves a row in the
/// same transaction, which is taken away here: in whatever order transactions end, none is overlooked.
final class BookChanges {

    private static final int MOST = 10_000;

    private BookChanges() {}

    /// A document that has changed.
    ///
    /// @param document as it is now; null if it is not there any more
    record Changed(BookTable table, String id, @Nullable StoredDocument document) {}

    /// Takes changes away, not all at once if they are many. Whoever takes them has them, whatever becomes of
    /// the others.
    static List<Changed> take(Handle transaction) {
        Map<BookTable, TreeSet<String>> ids = new EnumMap<>(BookTable.class);
        transaction
                .createQuery("""
                        delete from book_change where sequence in (
                            select sequence from book_change order by sequence limit :most)
                        returning kind, id
                        """)
                .bind("most", MOST)
                .map((row, context) -> Map.entry(BookTable.valueOf(row.getString(1)), row.getString(2)))
                .forEach(change -> ids.computeIfAbsent(change.getKey(), any -> new TreeSet<>())
                        .add(change.getValue()));
        List<Changed> changed = new ArrayList<>();
        ids.forEach((table, named) -> {
            Map<String, StoredDocument> found = new TreeMap<>();
            BookRows.findAll(transaction, table, named).forEach(document -> found.put(document.id(), document));
            named.forEach(id -> changed.add(new Changed(table, id, found.get(id))));
        });
        return changed;
    }

    /// Forgets the changes so far, before everything is read.
    static void forget(Handle transaction) {
        transaction.execute("delete from book_change");
    }
}
