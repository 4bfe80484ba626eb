package io.plimsoll.service.record.export;

import static io.plimsoll.service.record.export.Places.changed;
import static io.plimsoll.service.record.export.Places.indexOf;
import static io.plimsoll.service.record.export.Places.nextCheckpoint;
import static io.plimsoll.service.record.export.Places.pickConfirmed;

import io.plimsoll.service.record.chain.ChainHead;
import io.plimsoll.service.record.chain.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What can be done by somebody who makes the hashes anew.
final class HashTampering {

    private HashTampering() {}

    static Tampered rehash(SampleExport good, Random random) {
        int place = pickConfirmed(good, random);
        Row row = good.rows.get(place);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.set(place, row.withBody(changed(row.body)));
        return Tampered.of("rehash", good.resealed(rows, null), 1 + nextCheckpoint(rows, place), row.sequence);
    }

    static Tampered rehashWithoutEntry(SampleExport good, Random random) {
        int place = pickConfirmed(good, random);
        long sequence = good.rows.get(place).sequence;
        Row checkpoint = good.rows.get((int) nextCheckpoint(good.rows, place));
        List<Row> rows = new ArrayList<>(good.rows);
        rows.remove(place);
        rows = good.resealed(rows, null);
        // Its checkpoints stay behind the entries of their numbers, as an export would place them.
        rows.removeIf(row -> row.is(Row.Type.CHECKPOINT) && row.sequence >= sequence);
        int at = indexOf(rows, Row.Type.ENTRY, checkpoint.sequence);
        rows.add(at < 0 ? rows.size() : at + 1, checkpoint);
        return Tampered.of("rehash without entry", rows, 1L + rows.indexOf(checkpoint), sequence);
    }

    static Tampered rehashAndSignWithOtherKey(SampleExport good, Random random) {
        int place = pickConfirmed(good, random);
        Row row = good.rows.get(place);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.set(place, row.withBody(changed(row.body)));
        List<Row> forged = good.resealed(rows, SampleExport.OTHER_KEY);
        forged.set(0, Row.key(SampleExport.OTHER_KEY.publicKey()));
        long line = 1L
                + IntStream.range(0, rows.size())
                        .filter(i -> forged.get(i).is(Row.Type.CHECKPOINT))
                        .findFirst()
                        .orElseThrow();
        return Tampered.of("rehash and sign with other key", forged, line, 0);
    }

    static Tampered rehashAndSignWithStolenKey(SampleExport good, Random random) {
        int place = pickConfirmed(good, random);
        Row row = good.rows.get(place);
        Row checkpoint = good.rows.get((int) nextCheckpoint(good.rows, place));
        List<Row> rows = new ArrayList<>(good.rows);
        rows.set(place, row.withBody(changed(row.body)));
        rows = good.resealed(rows, SampleExport.KEY);
        return Tampered.of(
                "rehash and sign with stolen key",
                rows,
                1L + indexOf(rows, Row.Type.ENTRY, checkpoint.sequence),
                row.sequence,
                List.of(checkpoint));
    }

    /// A record that names an entry before its first one: of all checks only that of the beginning finds it,
    /// or what was kept elsewhere if the export begins later.
    static Tampered rehashFromAnotherBeginning(SampleExport good, Random random) {
        Row first = good.entries().getFirst();
        byte[] noise = new byte[8];
        random.nextBytes(noise);
        List<Row> rows =
                good.resealed(new ChainHead(first.sequence - 1, Hashes.of(noise)), good.rows, SampleExport.KEY);
        List<Row> outside = first.sequence == 1
                ? List.of()
                : List.of(Row.checkpoint(
                        SampleExport.KEY.sign(new ChainHead(first.sequence - 1, first.previous()), Row.AT)));
        return Tampered.of(
                "rehash from another beginning", rows, 1L + indexOf(rows, Row.Type.ENTRY, first.sequence), 0, outside);
    }
}
