package io.plimsoll.service.record.export;

import static io.plimsoll.service.record.export.Places.pick;

import io.plimsoll.service.record.chain.Checkpoint;
import io.plimsoll.service.record.chain.Hashes;
import io.plimsoll.service.record.chain.SignedCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What can be done to checkpoints.
final class CheckpointTampering {

    private CheckpointTampering() {}

    static Tampered removeCheckpoint(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.CHECKPOINT) && row.sequence >= good.first());
        List<Row> rows = new ArrayList<>(good.rows);
        Row removed = rows.remove(place);
        long next = place;
        while (next < rows.size() && !rows.get((int) next).is(Row.Type.ENTRY)) {
            next++;
        }
        return Tampered.of("remove checkpoint", rows, next + 1, removed.sequence, good.checkpoints());
    }

    static Tampered moveCheckpoint(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.CHECKPOINT));
        Row moved = good.rows.get(place);
        int to = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence != moved.sequence);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.add(to + 1, moved);
        rows.remove(to < place ? place + 1 : place);
        return Tampered.of("move checkpoint", rows, 1L + rows.indexOf(moved), 0);
    }

    static Tampered forgeCheckpoint(SampleExport good, Random random) {
        int place = pick(good, random, row -> row.is(Row.Type.CHECKPOINT));
        List<Row> rows = new ArrayList<>(good.rows);
        Row row = good.rows.get(place);
        rows.set(place, forged(row, random));
        return Tampered.of("forge checkpoint", rows, place + 1L, row.sequence >= good.first() ? row.sequence : 0);
    }

    private static Row forged(Row row, Random random) {
        Checkpoint other = new Checkpoint(
                row.sequence,
                random.nextBoolean()
                        ? Hashes.of(row.bytes)
                        : row.text()
                                .substring(
                                        row.text().indexOf("sha256:"),
                                        row.text().indexOf("sha256:") + 71),
                Row.AT.plusNanos(1_000),
                SampleExport.KEY.id());
        byte[] noise = new byte[SignedCheckpoint.SIGNATURE_LENGTH];
        random.nextBytes(noise);
        Checkpoint byOther = new Checkpoint(other.sequence(), other.hash(), other.at(), SampleExport.OTHER_KEY.id());
        return switch (random.nextInt(8)) {
            case 0 -> row.with(new SignedCheckpoint(other, noise).line());
            case 1 -> row.with(new SignedCheckpoint(other, new byte[noise.length]).line());
            case 2 -> row.with(SampleExport.OTHER_KEY.sign(byOther).line());
            case 3 ->
                row.with(new SignedCheckpoint(
                                other, SampleExport.OTHER_KEY.sign(byOther).signature())
                        .line());
            case 4 -> row.with(row.text().replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"\""));
            case 5 -> row.with(row.text().replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":null"));
            case 6 -> row.with(row.text().replaceFirst(",\"signature\":\"[^\"]*\"", ""));
            default -> row.with(row.text().replaceFirst("\"key\":\"[0-9a-f]*\"", "\"key\":\"\""));
        };
    }
}
