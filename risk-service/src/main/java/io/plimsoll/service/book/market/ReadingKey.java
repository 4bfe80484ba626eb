package io.plimsoll.service.book.market;

import java.util.Comparator;

/// What there is one newest reading of.
///
/// @param subject a mark's instrument or asset, a signal's name
/// @param detail a mark's source, a signal's subject
record ReadingKey(String subject, String detail) implements Comparable<ReadingKey> {

    private static final Comparator<ReadingKey> ORDER =
            Comparator.comparing(ReadingKey::subject).thenComparing(ReadingKey::detail);

    @Override
    public int compareTo(ReadingKey other) {
        return ORDER.compare(this, other);
    }
}
