package io.plimsoll.service.book.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.record.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The documents of the book in the database.
public final class BookRows {

    private static final String SELECT = "select id, revision, changed_at, changed_by, document from %s ";

    private BookRows() {}

    /// A document.
    public static Optional<StoredDocument> find(Handle sql, BookTable table, String id) {
        return sql.createQuery(SELECT.formatted(table.table()) + "where id = :id")
                .bind("id", id)
                .map((row, context) -> document(row))
                .findOne();
    }

    /// A document that nobody else changes until the transaction is over.
    public static Optional<StoredDocument> hold(Handle transaction, BookTable table, String id) {
        return transaction
                .createQuery(SELECT.formatted(table.table()) + "where id = :id for update")
                .bind("id", id)
                .map((row, context) -> document(row))
                .findOne();
    }

    /// Those of these documents that there are, by identifier.
    public static List<StoredDocument> findAll(Handle sql, BookTable table, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.createQuery(SELECT.formatted(table.table()) + "where id = any(:ids) order by id")
                        .bind("ids", ids.toArray(String[]::new))
                        .map((row, context) -> document(row))
                        .list();
    }

    /// Whole documents by identifier.
    ///
    /// @param after only those of greater identifiers
    /// @param limit the most
    public static List<StoredDocument> part(Handle sql, BookTable table, String after, int limit) {
        return sql.createQuery(SELECT.formatted(table.table()) + "where id > :after order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> document(row))
                .list();
    }

    /// Whether there is a document.
    public static boolean exists(Handle sql, BookTable table, String id) {
        return sql.createQuery("select exists (select from %s where id = :id)".formatted(table.table()))
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /// Documents by identifier.
    ///
    /// @param after only those of greater identifiers
    /// @param limit the most
    public static List<ListedDocument> list(Handle sql, BookTable table, String after, int limit) {
        return sql.createQuery("""
                        select id, revision, changed_at, changed_by from %s
                        where id > :after order by id limit :limit
                        """.formatted(table.table()))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new ListedDocument(
                        row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getString(4)))
                .list();
    }

    /// Keeps a new document.
    ///
    /// @return its revision; empty if there is one of this identifier meanwhile
    static Optional<Long> insert(Handle transaction, BookTable table, String id, String by, Instant at, byte[] text) {
        return transaction
                .createQuery("""
                        insert into %s (id, revision, changed_at, changed_by, document)
                        values (:id, nextval('book_revision'), :at, :by, :document)
                        on conflict (id) do nothing
                        returning revision
                        """.formatted(table.table()))
                .bind("id", id)
                .bind("at", at)
                .bind("by", by)
                .bind("document", new String(text, UTF_8))
                .mapTo(Long.class)
                .findOne();
    }

    /// Replaces a document that is held.
    ///
    /// @return its revision
    static long update(Handle transaction, BookTable table, String id, String by, Instant at, byte[] text) {
        return transaction
                .createQuery("""
                        update %s set
                            revision = nextval('book_revision'), changed_at = :at, changed_by = :by, document = :document
                        where id = :id
                        returning revision
                        """.formatted(table.table()))
                .bind("id", id)
                .bind("at", at)
                .bind("by", by)
                .bind("document", new String(text, UTF_8))
                .mapTo(Long.class)
                .one();
    }

    /// Removes a document that is held.
    static void delete(Handle transaction, BookTable table, String id) {
        transaction
                .createUpdate("delete from %s where id = :id".formatted(table.table()))
                .bind("id", id)
                .execute();
    }

    /// Puts documents in their places, whatever was there.
    ///
    /// @param documents by identifier
    /// @return their revisions
    public static Map<String, Long> load(
            Handle transaction, BookTable table, String by, Instant at, Map<String, byte[]> documents) {
        Map<String, Long> revisions = new HashMap<>();
        // In one order, so that two who load the same wait for each other and never both. The revision is taken
        // when the row is held: those of one document follow each other.
        transaction
                .createQuery("""
                        insert into %s as held (id, revision, changed_at, changed_by, document)
                        select id, nextval('book_revision'), :at, :by, document
                        from unnest(:ids::text[], :documents::text[]) as sent (id, document)
                        order by id collate "C"
                        on conflict (id) do update set
                            revision = nextval('book_revision'), changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, document = excluded.document
                        returning id, revision
                        """.formatted(table.table()))
                .bind("at", at)
                .bind("by", by)
                .bind("ids", documents.keySet().toArray(String[]::new))
                .bind(
                        "documents",
                        documents.values().stream()
                                .map(text -> new String(text, UTF_8))
                                .toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(each -> revisions.put(each.getKey(), each.getValue()));
        return revisions;
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        return new StoredDocument(
                row.getString(1),
                row.getLong(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                Text.of(row.getString(5).getBytes(UTF_8)));
    }
}
