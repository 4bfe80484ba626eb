package io.plimsoll.service.record.export;

import static io.plimsoll.service.record.export.Places.changed;
import static io.plimsoll.service.record.export.Places.isInner;
import static io.plimsoll.service.record.export.Places.nextOfChain;
import static io.plimsoll.service.record.export.Places.pick;

import io.plimsoll.service.record.chain.ChainHead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What can be done to the order and the number of lines.
final class OrderTampering {

    private OrderTampering() {}

    static Tampered deleteEntry(SampleExport good, Random random) {
        int place = pick(good, random, row -> isInner(good, row));
        return gap(good, place, place + 1);
    }

    static Tampered deleteRun(SampleExport good, Random random) {
        int place = pick(good, random, row -> isInner(good, row));
        int last = good.rows.indexOf(good.entries().getLast());
        return gap(good, place, place + 1 + random.nextInt(last - place));
    }

    static Tampered cutHead(SampleExport good, Random random) {
        int place = pick(good, random, row -> isInner(good, row));
        List<Row> rows = new ArrayList<>(good.rows);
        rows.subList(0, place).removeIf(Row::isOfChain);
        return Tampered.of("cut head", rows, 1 + nextOfChain(rows, 0), good.first());
    }

    static Tampered cutTail(SampleExport good, Random random) {
        long confirmed = good.checkpoints().getLast().sequence;
        int place = pick(
                good,
                random,
                row -> row.is(Row.Type.ENTRY) && row.sequence <= confirmed && row.sequence > good.first());
        List<Row> rows = new ArrayList<>(good.rows.subList(0, place));
        return Tampered.of("cut tail", rows, rows.size() + 1L, good.rows.get(place).sequence, good.checkpoints());
    }

    static Tampered insertEntry(SampleExport good, Random random) {
        int place = pick(
                good,
                random,
                row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
        Row before = good.rows.get(place);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.add(place + 1, Row.entry(new ChainHead(before.sequence, before.hash()), "change", "{\"forged\":true}"));
        return Tampered.of("insert entry", rows, 1 + nextOfChain(rows, place + 2), before.sequence + 1);
    }

    static Tampered duplicateLine(SampleExport good, Random random) {
        int place = random.nextInt(good.rows.size());
        int to = place + 1 + random.nextInt(good.rows.size() - place);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.add(to, good.rows.get(place));
        return Tampered.of("duplicate line", rows, to + 1L, 0);
    }

    static Tampered swapEntries(SampleExport good, Random random) {
        int one = pick(good, random, row -> row.is(Row.Type.ENTRY));
        int other = pick(good, random, row -> row.is(Row.Type.ENTRY) && row != good.rows.get(one));
        List<Row> rows = new ArrayList<>(good.rows);
        Collections.swap(rows, one, other);
        return Tampered.of(
                "swap entries", rows, 1L + Math.min(one, other), good.rows.get(Math.min(one, other)).sequence);
    }

    static Tampered moveEntry(SampleExport good, Random random) {
        int from = pick(
                good,
                random,
                row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
        int to = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence > good.rows.get(from).sequence);
        List<Row> rows = new ArrayList<>(good.rows);
        rows.add(to, rows.remove(from));
        return Tampered.of("move entry", rows, 1 + nextOfChain(rows, from), good.rows.get(from).sequence);
    }

    static Tampered reverseRun(SampleExport good, Random random) {
        int from = pick(
                good,
                random,
                row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
        int to = pick(good, random, row -> row.is(Row.Type.ENTRY) && row.sequence > good.rows.get(from).sequence);
        List<Row> rows = new ArrayList<>(good.rows);
        Collections.reverse(rows.subList(from, to + 1));
        return Tampered.of("reverse run", rows, from + 1L, good.rows.get(from).sequence);
    }

    static Tampered replaceEntry(SampleExport good, Random random) {
        int place = pick(
                good,
                random,
                row -> row.is(Row.Type.ENTRY) && row != good.entries().getLast());
        Row row = good.rows.get(place);
        List<Row> rows = new ArrayList<>(good.rows);
        Row other = good.resealed(
                        rows.subList(0, place + 1).stream()
                                .map(each -> each == row ? row.withBody(changed(row.body)) : each)
                                .toList(),
                        null)
                .getLast();
        rows.set(place, other);
        return Tampered.of("replace entry", rows, 1 + nextOfChain(rows, place + 1), row.sequence);
    }

    private static Tampered gap(SampleExport good, int from, int to) {
        List<Row> rows = new ArrayList<>(good.rows);
        Row first = good.rows.get(from);
        rows.subList(from, to).removeIf(Row::isOfChain);
        return Tampered.of("gap", rows, 1 + nextOfChain(rows, from), first.sequence);
    }
}
