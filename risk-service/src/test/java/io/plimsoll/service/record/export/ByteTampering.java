package io.plimsoll.service.record.export;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What can be done to the bytes of an export, without knowing what they mean.
final class ByteTampering {

    private ByteTampering() {}

    static Tampered change(SampleExport good, Random random) {
        int place = random.nextInt(good.rows.size());
        byte[] bytes = good.rows.get(place).bytes.clone();
        int at = random.nextInt(bytes.length);
        byte before = bytes[at];
        while (bytes[at] == before) {
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (before ^ 1 << random.nextInt(8));
        }
        return inLine(good, place, bytes);
    }

    static Tampered delete(SampleExport good, Random random) {
        int place = random.nextInt(good.rows.size());
        byte[] bytes = good.rows.get(place).bytes;
        int at = random.nextInt(bytes.length);
        return inLine(good, place, joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length)));
    }

    static Tampered insert(SampleExport good, Random random) {
        int place = random.nextInt(good.rows.size());
        byte[] bytes = good.rows.get(place).bytes;
        int at = random.nextInt(bytes.length + 1);
        byte[] more = {(byte) (random.nextBoolean() ? random.nextInt(256) : " \n\r\t0}".charAt(random.nextInt(6)))};
        // A break before or after a line leaves it whole; the empty line beside it is what is found.
        int off = more[0] == '\n' && at == bytes.length ? 1 : 0;
        Tampered found = inLine(
                good,
                place,
                joined(joined(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length)));
        return new Tampered(found.what, found.export, found.line + off, 0, List.of(), true);
    }

    static Tampered cutInLine(SampleExport good, Random random) {
        int place = random.nextInt(good.rows.size());
        byte[] bytes = good.rows.get(place).bytes;
        byte[] rest = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        return new Tampered(
                "cut in line",
                joined(SampleExport.bytes(good.rows.subList(0, place)), rest),
                place + 1L,
                0,
                List.of(),
                true);
    }

    private static Tampered inLine(SampleExport good, int place, byte[] bytes) {
        List<Row> rows = new ArrayList<>(good.rows);
        Row row = rows.set(place, good.rows.get(place).with(bytes));
        return Tampered.of("byte", rows, place + 1L, row.is(Row.Type.ENTRY) ? row.sequence : 0);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
