package io.plimsoll.service.record.export;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Places in an export, and what is often done there.
final class Places {

    private Places() {}

    static boolean isInner(SampleExport good, Row row) {
        return row.is(Row.Type.ENTRY)
                && row.sequence > good.first()
                && row != good.entries().getLast();
    }

    static int pick(SampleExport good, Random random, Predicate<Row> which) {
        int[] places = IntStream.range(0, good.rows.size())
                .filter(i -> which.test(good.rows.get(i)))
                .toArray();
        return places[random.nextInt(places.length)];
    }

    static int pickConfirmed(SampleExport good, Random random) {
        long confirmed = good.checkpoints().getLast().sequence;
        return pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence <= confirmed);
    }

    static long nextOfChain(List<Row> rows, int from) {
        return IntStream.range(from, rows.size())
                .filter(i -> rows.get(i).isOfChain())
                .findFirst()
                .orElseThrow();
    }

    static long nextCheckpoint(List<Row> rows, int from) {
        return IntStream.range(from, rows.size())
                .filter(i -> rows.get(i).is(Row.Type.CHECKPOINT))
                .findFirst()
                .orElseThrow();
    }

    static int indexOf(List<Row> rows, Row.Type type, long sequence) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).is(type) && rows.get(i).sequence == sequence)
                .findFirst()
                .orElse(-1);
    }

    /// A body with a field more.
    static String changed(String body) {
        return body.substring(0, body.length() - 1) + ",\"changed\":1}";
    }
}
