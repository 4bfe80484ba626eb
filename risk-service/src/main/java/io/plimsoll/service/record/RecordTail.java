package io.plimsoll.service.record;

import io.plimsoll.service.record.chain.Chain;
import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.SealedEntry;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The end of the chain in the database, where entries are added within a transaction of the caller's.
///
/// Whoever adds holds the end until the transaction is over, so that all services on a database make one
/// chain, and an entry is there if and only if what it tells of is.
public final class RecordTail {

    private static final String INSERT = """
            insert into record_entry (sequence, previous, hash, kind, at, entry)
            values (:sequence, :previous, :hash, :kind, :at, :entry)
            """;

    private RecordTail() {}

    /// Adds one entry.
    ///
    /// @param transaction open; the entry counts when it is committed
    /// @param kind what the body is, such as `change`
    /// @param body a JSON object in UTF-8, without layout
    /// @throws IllegalArgumentException if the kind or the body has not its form
    public static SealedEntry append(Handle transaction, String kind, Instant at, byte[] body) {
        SealedEntry entry = Chain.seal(hold(transaction), kind, at, body);
        transaction
                .createUpdate(INSERT)
                .bind("sequence", entry.sequence())
                .bind("previous", entry.previous())
                .bind("hash", entry.hash())
                .bind("kind", kind)
                .bind("at", at)
                .bind("entry", entry.json())
                .execute();
        move(transaction, entry.head());
        return entry;
    }

    /// The last entry, held until the transaction is over.
    static ChainHead hold(Handle transaction) {
        return transaction
                .createQuery("select sequence, hash from record_head for update")
                .map((row, context) -> new ChainHead(row.getLong(1), row.getString(2)))
                .one();
    }

    /// The last entry as committed.
    static ChainHead read(Handle sql) {
        return sql.createQuery("select sequence, hash from record_head")
                .map((row, context) -> new ChainHead(row.getLong(1), row.getString(2)))
                .one();
    }

    /// Makes an entry the last one.
    static void move(Handle transaction, ChainHead head) {
        transaction
                .createUpdate("update record_head set sequence = :sequence, hash = :hash")
                .bind("sequence", head.sequence())
                .bind("hash", head.hash())
                .execute();
    }
}
