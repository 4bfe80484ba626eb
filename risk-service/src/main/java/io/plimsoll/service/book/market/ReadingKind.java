package io.plimsoll.service.book.market;

import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;

/// A kind of readings, and where they are kept.
///
/// @param table in the database
/// @param subject column of the key's first part
/// @param detail column of the key's second part
/// @param value column of what was read
/// @param key of a reading
/// @param number what was read
/// @param time when it was read
/// @param maker of a reading that was kept
record ReadingKind<R>(
        String table,
        String subject,
        String detail,
        String value,
        Function<R, ReadingKey> key,
        Function<R, BigDecimal> number,
        Function<R, Instant> time,
        Maker<R> maker) {

    static final ReadingKind<Mark> MARKS = new ReadingKind<>(
            "book_mark",
            "id",
            "source",
            "price",
            mark -> new ReadingKey(mark.id(), mark.source()),
            Mark::price,
            Mark::time,
            (key, value, time) -> new Mark(key.subject(), value, time, key.detail()));

    static final ReadingKind<Signal> SIGNALS = new ReadingKind<>(
            "book_signal",
            "name",
            "subject",
            "value",
            signal -> new ReadingKey(signal.name(), signal.subject()),
            Signal::value,
            Signal::time,
            (key, value, time) -> new Signal(key.subject(), key.detail(), value, time));

    /// Makes a reading of what was kept of it.
    @FunctionalInterface
    interface Maker<R> {
        R make(ReadingKey key, BigDecimal value, Instant time);
    }

    /// The newer of two; the first if they are of the same time.
    R newer(R first, R second) {
        return time.apply(second).isAfter(time.apply(first)) ? second : first;
    }
}
