package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.HitPolicy;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Looks at every place that a table can be asked about: which have no row, and in which do rows meet?
///
/// Of a text key whose values are not listed, only those values count that occur in the table, and only in the
/// combinations that occur: nobody has said that there are others.
final class CoverageAnalysis {

    private final RuleTable table;
    private final TableSpace space;
    private final Findings findings;
    private final List<Integer> open;
    private final Set<List<Integer>> occurring = new HashSet<>();
    private final BitSet seen = new BitSet();
    private final Map<Integer, Meeting> met = new TreeMap<>();

    CoverageAnalysis(RuleTable table, TableSpace space, Findings findings) {
        this.table = table;
        this.space = space;
        this.findings = findings;
        this.open = IntStream.range(0, space.keys().size())
                .filter(key -> !space.keys().get(key).isClosed())
                .boxed()
                .toList();
        for (int row = 0; row < table.written().size(); row++) {
            List<Integer> cells = space.firstCells(row);
            if (!cells.isEmpty()) {
                occurring.add(open.stream().map(cells::get).toList());
            }
        }
    }

    void find() {
        List<Integer> order = IntStream.range(0, space.keys().size())
                .boxed()
                .sorted(Comparator.comparingInt(key -> open.contains(key) ? 0 : 1))
                .toList();
        int last = order.getLast();
        space.visit(order, (fixed, places) -> line(fixed, last, places));
        met.forEach(this::report);
        for (int row = 0; row < table.written().size(); row++) {
            if (!seen.get(row) && !met.containsKey(row)) {
                outside(table.written().get(row));
            }
        }
    }

    private void line(TableSpace.Box fixed, int last, List<TableSpace.Place> places) {
        int firstCovered = -1;
        int lastCovered = -1;
        for (int i = 0; i < places.size(); i++) {
            List<Integer> rows = places.get(i).rows();
            if (!rows.isEmpty()) {
                firstCovered = firstCovered < 0 ? i : firstCovered;
                lastCovered = i;
                meet(rows, fixed, last, places.get(i));
            }
        }
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).rows().isEmpty()) {
                TableSpace.Box box =
                        fixed.with(last, places.get(i).from(), places.get(i).to());
                boolean between = firstCovered >= 0 && i > firstCovered && i < lastCovered;
                gap(box, between && space.keys().get(last).kind() == TableKey.Kind.TIME);
            }
        }
    }

    private void gap(TableSpace.Box box, boolean hole) {
        boolean occurs =
                open.stream().allMatch(key -> box.to().get(key) - box.from().get(key) == 1)
                        && occurring.contains(open.stream().map(box.from()::get).toList());
        if (!open.isEmpty() && !occurs) {
            return;
        }
        Point point = Point.in(space, box.from());
        String where = point.words(space.keys());
        String what = PlaceWords.of(space, box);
        if (hole) {
            findings.add(
                    "table.date-hole",
                    Severity.ERROR,
                    lineBefore(point),
                    null,
                    "No row is in force for %s, though one is before and one after.".formatted(what),
                    "Maybe a date is wrong by a day: the day in effective_until is not in the period.",
                    findings.example(
                            "no row in force, " + where,
                            "No row of the table is in force for this account at this time.",
                            point,
                            List.of()));
        } else {
            findings.add(
                    "table.gap",
                    table.spec().complete() ? Severity.ERROR : Severity.WARNING,
                    0,
                    null,
                    "No row is for %s.".formatted(what),
                    table.spec().complete()
                            ? "Maybe add a row; the table says that it is complete."
                            : "Maybe add a row, or one with *.",
                    findings.example("gap at " + where, "No row of the table is for this account.", point, List.of()));
        }
    }

    /// The line of the row that ends where a hole begins.
    private int lineBefore(Point point) {
        int line = 0;
        for (TableRow row : table.written()) {
            boolean sameKeys = space.keys().stream()
                    .filter(key -> key.kind() != TableKey.Kind.TIME)
                    .allMatch(key ->
                            Covering.covers(row.extent(key), point.values().get(key.name())));
            boolean endsHere = space.keys().stream()
                    .filter(key -> key.kind() == TableKey.Kind.TIME)
                    .allMatch(key ->
                            Covering.endsBy(row.extent(key), point.values().get(key.name())));
            if (sameKeys && endsHere) {
                line = row.line();
            }
        }
        return line;
    }

    private void meet(List<Integer> rows, TableSpace.Box fixed, int last, TableSpace.Place place) {
        boolean winners = table.spec().hitPolicy() == HitPolicy.FIRST;
        seen.set(rows.getFirst());
        for (int i = 1; i < rows.size(); i++) {
            int row = rows.get(i);
            if (!winners) {
                seen.set(row);
            }
            if (!met.containsKey(row)) {
                List<Integer> cells = fixed.with(last, place.from(), place.to()).from();
                met.put(row, new Meeting(row, twinOr(rows, i), Point.in(space, cells), List.copyOf(rows)));
            }
        }
    }

    /// A higher row with the same keys, or else the highest.
    private int twinOr(List<Integer> rows, int index) {
        return rows.subList(0, index).stream()
                .filter(other -> space.sameBox(rows.get(index), other))
                .findFirst()
                .orElse(rows.getFirst());
    }

    private void report(int index, Meeting meeting) {
        TableRow row = table.written().get(index);
        TableRow higher = table.written().get(meeting.higher());
        boolean twins = space.sameBox(index, meeting.higher());
        boolean agree = row.says().equals(higher.says());
        List<TableRow> rows = meeting.rows().stream().map(table.written()::get).toList();
        switch (table.spec().hitPolicy()) {
            case UNIQUE -> {
                if (twins && agree) {
                    duplicate(row, higher, meeting.point(), rows);
                } else {
                    overlap(row, higher, meeting.point(), rows, agree);
                }
            }
            case STRICTEST -> {
                if (twins) {
                    duplicate(row, higher, meeting.point(), rows);
                }
            }
            case FIRST -> {
                if (!seen.get(index) && twins && agree) {
                    duplicate(row, higher, meeting.point(), rows);
                } else if (!seen.get(index)) {
                    unreachable(row, higher, meeting.point(), rows);
                }
            }
        }
    }

    private void duplicate(TableRow row, TableRow higher, Point point, List<TableRow> rows) {
        findings.add(
                "table.duplicate-row",
                Severity.ERROR,
                row.line(),
                null,
                "The row has the same keys (%s) as line %d."
                        .formatted(row.written().getId(), higher.line()),
                "Maybe remove one of the two.",
                findings.example(
                        "lines %d and %d are the same".formatted(higher.line(), row.line()),
                        "Both rows are for this account.",
                        point,
                        rows));
    }

    private void overlap(TableRow row, TableRow higher, Point point, List<TableRow> rows, boolean agree) {
        findings.add(
                "table.overlap",
                Severity.ERROR,
                row.line(),
                null,
                "The row (%s) and line %d (%s) are both for %s%s; the hit policy is unique."
                        .formatted(
                                row.written().getId(),
                                higher.line(),
                                higher.written().getId(),
                                point.words(space.keys()),
                                agree ? "" : ", with different numbers"),
                "Maybe narrow one of the two, or choose the hit policy first or strictest.",
                findings.example(
                        "lines %d and %d overlap".formatted(higher.line(), row.line()),
                        "Both rows are for this account.",
                        point,
                        rows));
    }

    private void unreachable(TableRow row, TableRow higher, Point point, List<TableRow> rows) {
        findings.add(
                "table.unreachable-row",
                Severity.ERROR,
                row.line(),
                null,
                "The row (%s) never holds: higher rows, such as line %d (%s), cover everything that it is for."
                        .formatted(
                                row.written().getId(),
                                higher.line(),
                                higher.written().getId()),
                "Maybe move it up, or remove it.",
                findings.example(
                        "line %d is never reached".formatted(row.line()),
                        "The row in line %d is for this account, but line %d holds."
                                .formatted(row.line(), rows.getFirst().line()),
                        point,
                        rows));
    }

    private void outside(TableRow row) {
        findings.add(
                "table.unreachable-row",
                Severity.ERROR,
                row.line(),
                null,
                "The row (%s) is for nothing that can be: it lies outside the minimum and maximum of its keys."
                        .formatted(row.written().getId()),
                "Maybe a bound is wrong.",
                List.of());
    }

    /// A row that meets a higher one.
    private record Meeting(int row, int higher, Point point, List<Integer> rows) {

        Meeting {
            rows = new ArrayList<>(rows);
        }
    }
}
