package io.plimsoll.rules.analysis;

import io.plimsoll.rules.analysis.CleanTables.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A class of fault that is seeded into a clean table, and where it must be found.
@SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
enum Fault {
    GAP("table.gap", new Wish("unique", false, false), (draft, random) -> {
        draft.rows.remove(random.nextInt(draft.rows.size()));
        return new Place(0, null);
    }),
    GAP_WITHOUT_THE_DEFAULT("table.gap", new Wish("first", false, false), (draft, random) -> {
        draft.rows.removeLast();
        return new Place(0, null);
    }),
    EXPIRED("table.gap", new Wish("unique", true, true), (draft, random) -> {
        TableDraft.Row last = draft.rows.getLast();
        last.until = "2027-01-01";
        return new Place(0, null);
    }),
    DATE_HOLE("table.date-hole", new Wish("unique", true, true), (draft, random) -> {
        int row = pick(random, draft, candidate -> !candidate.until.isEmpty());
        // The day before: people take the last day of a period for a part of it.
        draft.rows.get(row).until = draft.rows.get(row).until + "T00:00:00Z";
        draft.rows.get(row).until = Instant.parse(draft.rows.get(row).until)
                .minusSeconds(86_400)
                .toString()
                .substring(0, 10);
        return new Place(TableDraft.line(row), null);
    }),
    OVERLAP_OF_COPIES("table.overlap", new Wish("unique", false, true), (draft, random) -> {
        TableDraft.Row copy = draft.rows.get(random.nextInt(draft.rows.size())).copy();
        copy.liquidation++;
        draft.rows.add(copy);
        return new Place(TableDraft.line(draft.rows.size() - 1), null);
    }),
    OVERLAP_OF_ANY("table.overlap", new Wish("unique", true, false), (draft, random) -> {
        TableDraft.Row copy = draft.rows.get(random.nextInt(draft.rows.size())).copy();
        copy.segment = "*";
        draft.rows.add(copy);
        return new Place(TableDraft.line(draft.rows.size() - 1), null);
    }),
    OVERLAP_OF_PERIODS("table.overlap", new Wish("unique", true, true), (draft, random) -> {
        int row = pick(random, draft, candidate -> !candidate.since.isEmpty());
        draft.rows.get(row).since = "2026-03-01";
        return new Place(TableDraft.line(row), null);
    }),
    DUPLICATE("table.duplicate-row", new Wish("unique", true, true), Fault::duplicate),
    DUPLICATE_UNDER_FIRST("table.duplicate-row", new Wish("first", false, true), Fault::duplicate),
    DUPLICATE_UNDER_STRICTEST("table.duplicate-row", new Wish("strictest", true, true), Fault::duplicate),
    UNREACHABLE("table.unreachable-row", new Wish("first", true, true), (draft, random) -> {
        TableDraft.Row copy = draft.rows.get(random.nextInt(draft.rows.size())).copy();
        copy.segment = draft.segments.getLast();
        copy.call++;
        draft.rows.add(copy);
        return new Place(TableDraft.line(draft.rows.size() - 1), null);
    }),
    DEFAULT_FIRST("table.unreachable-row", new Wish("first", false, true), (draft, random) -> {
        TableDraft.Row all = draft.rows.getLast();
        draft.rows.addFirst(all.copy());
        draft.rows.removeLast();
        int row = pick(
                random,
                draft,
                candidate -> !candidate.segment.equals("*")
                        && candidate.instrumentClass.equals(all.instrumentClass)
                        && candidate.from.equals(all.from));
        return new Place(TableDraft.line(row), null);
    }),
    RISK_ORDER("table.risk-order", new Wish("unique", true, true), (draft, random) -> {
        draft.ranked = true;
        int row = pick(random, draft, candidate -> !candidate.segment.equals(draft.segments.getFirst()));
        draft.rows.get(row).call += 40;
        draft.rows.get(row).liquidation += 40;
        return new Place(TableDraft.line(row), "margin_call");
    }),
    LIMITS_SWAPPED("table.ascending", new Wish("unique", true, true), (draft, random) -> {
        int row = random.nextInt(draft.rows.size());
        int call = draft.rows.get(row).call;
        draft.rows.get(row).call = draft.rows.get(row).liquidation;
        draft.rows.get(row).liquidation = call;
        return new Place(TableDraft.line(row), "liquidation");
    }),
    CONSTANT_COLUMN("table.constant-column", new Wish("unique", true, true), (draft, random) -> {
        draft.rows.forEach(row -> row.liquidation = 99 + random.nextInt(1));
        return new Place(0, "liquidation");
    }),
    UNREAD_COLUMN("table.unread-column", new Wish("strictest", true, true), (draft, random) -> {
        draft.moreColumns = "  - {name: warning, role: threshold, unit: percent, stricter: lower}\n";
        draft.moreCells = "," + (10 + random.nextInt(10)) + " %";
        return new Place(0, "warning");
    }),
    IDLE_KEY("table.idle-key", new Wish("unique", true, false), (draft, random) -> {
        for (TableDraft.Row row : draft.rows) {
            int segment = draft.segments.indexOf(row.segment);
            row.clear += 15 * segment;
            row.call += 15 * segment;
            row.liquidation += 15 * segment;
        }
        return new Place(0, "segment");
    });

    final String code;
    private final Wish wish;
    private final BiFunction<TableDraft, Random, Place> seed;

    Fault(String code, Wish wish, BiFunction<TableDraft, Random, Place> seed) {
        this.code = code;
        this.wish = wish;
        this.seed = seed;
    }

    /// Where a fault must be found.
    ///
    /// @param line 0 for the table as a whole
    /// @param column null for the row as a whole
    record Place(int line, @Nullable String column) {}

    /// A table with this fault.
    record Seeded(TableDraft draft, Place place) {}

    Seeded seeded(Random random) {
        TableDraft draft = CleanTables.like(random, wish);
        return new Seeded(draft, seed.apply(draft, random));
    }

    private static Place duplicate(TableDraft draft, Random random) {
        draft.rows.add(draft.rows.get(random.nextInt(draft.rows.size())).copy());
        return new Place(TableDraft.line(draft.rows.size() - 1), null);
    }

    private static int pick(Random random, TableDraft draft, Predicate<TableDraft.Row> fits) {
        List<Integer> rows = IntStream.range(0, draft.rows.size())
                .filter(row -> fits.test(draft.rows.get(row)))
                .boxed()
                .toList();
        return rows.get(random.nextInt(rows.size()));
    }
}
