package io.plimsoll.service.book.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Readings of one kind in the database.
///
/// @param kind of which
record ReadingRows<R>(ReadingKind<R> kind) {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int FETCHED = 1_000;

    /// Keeps readings, unless a newer one of the same key is kept.
    ///
    /// @param readings one of each key
    void keep(Handle transaction, Collection<R> readings) {
        // In one order, so that two batches wait for each other and never both.
        transaction
                .createUpdate("""
                        insert into %1$s as held (%2$s, %3$s, %4$s, nanos)
                        select subject, detail, value::numeric, nanos::bigint
                        from unnest(:subjects::text[], :details::text[], :values::text[], :nanos::text[])
                            as sent (subject, detail, value, nanos)
                        order by subject collate "C", detail collate "C"
                        on conflict (%2$s, %3$s) do update set %4$s = excluded.%4$s, nanos = excluded.nanos
                        where held.nanos < excluded.nanos
                        """.formatted(kind.table(), kind.subject(), kind.detail(), kind.value()))
                .bind("subjects", texts(readings, reading -> key(reading).subject()))
                .bind("details", texts(readings, reading -> key(reading).detail()))
                .bind(
                        "values",
                        texts(readings, reading -> kind.number().apply(reading).toPlainString()))
                .bind(
                        "nanos",
                        texts(
                                readings,
                                reading -> Long.toString(nanos(kind.time().apply(reading)))))
                .execute();
    }

    /// What is kept under some keys.
    List<R> find(Handle sql, Collection<ReadingKey> keys) {
        return sql.createQuery(select()
                        + "where (%s, %s) in (select * from unnest(:subjects::text[], :details::text[]))"
                                .formatted(kind.subject(), kind.detail()))
                .bind("subjects", keys.stream().map(ReadingKey::subject).toArray(String[]::new))
                .bind("details", keys.stream().map(ReadingKey::detail).toArray(String[]::new))
                .map((row, context) -> reading(row))
                .list();
    }

    /// Each reading that is kept, one after the other.
    ///
    /// @param transaction in which they are fetched in parts
    void each(Handle transaction, Consumer<R> taker) {
        transaction
                .createQuery(select())
                .setFetchSize(FETCHED)
                .map((row, context) -> reading(row))
                .forEach(taker);
    }

    private String select() {
        return "select %s, %s, %s, nanos from %s ".formatted(kind.subject(), kind.detail(), kind.value(), kind.table());
    }

    private R reading(ResultSet row) throws SQLException {
        long nanos = row.getLong(4);
        return kind.maker()
                .make(
                        new ReadingKey(row.getString(1), row.getString(2)),
                        row.getBigDecimal(3),
                        Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
    }

    private ReadingKey key(R reading) {
        return kind.key().apply(reading);
    }

    private static <R> String[] texts(Collection<R> readings, Function<R, String> text) {
        return readings.stream().map(text).toArray(String[]::new);
    }

    /// Since 1970; the times of facts end before there are too many.
    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }
}
