package io.plimsoll.rules.analysis;

import io.plimsoll.rules.analysis.TableDraft.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The same questions answered by looking at every single place of a small table.
final class PlainAnalysis {

    /// One value for each key. A range or a period is looked at through its midpoints and bounds.
    record Spot(String segment, String instrumentClass, BigDecimal volatility, Instant time) {}

    final Set<String> found = new TreeSet<>();
    private final TableDraft draft;

    PlainAnalysis(TableDraft draft) {
        this.draft = draft;
        List<Instant> times = times();
        List<BigDecimal> numbers = numbers();
        boolean[] wins = new boolean[draft.rows.size()];
        for (Instant time : times) {
            for (BigDecimal number : numbers) {
                for (String segment : draft.segments) {
                    for (String instrumentClass : draft.hasClass() ? draft.classes : List.of("")) {
                        look(new Spot(segment, instrumentClass, number, time), times, wins);
                    }
                }
            }
        }
        for (int row = 0; row < wins.length; row++) {
            if (draft.policy.equals("first") && !wins[row]) {
                found.add("never:" + TableDraft.line(row));
            }
        }
        riskOrder(times, numbers);
    }

    private void look(Spot spot, List<Instant> times, boolean[] wins) {
        List<Integer> rows = rows(spot);
        if (rows.isEmpty()) {
            found.add(isHole(spot, times) ? "hole" : "gap");
            return;
        }
        wins[rows.getFirst()] = true;
        if (draft.policy.equals("unique")) {
            rows.stream().skip(1).forEach(row -> found.add("meets:" + TableDraft.line(row)));
        }
    }

    private boolean isHole(Spot spot, List<Instant> times) {
        boolean before = false;
        boolean after = false;
        for (Instant time : times) {
            boolean covered = !rows(new Spot(spot.segment, spot.instrumentClass, spot.volatility, time))
                    .isEmpty();
            before |= covered && time.isBefore(spot.time);
            after |= covered && time.isAfter(spot.time);
        }
        return before && after;
    }

    private void riskOrder(List<Instant> times, List<BigDecimal> numbers) {
        if (!draft.ranked) {
            return;
        }
        for (Instant time : times) {
            for (BigDecimal number : numbers) {
                for (String instrumentClass : draft.hasClass() ? draft.classes : List.of("")) {
                    compare(draft.segments.stream()
                            .map(segment -> new Spot(segment, instrumentClass, number, time))
                            .toList());
                }
                for (String segment : draft.segments) {
                    compare(draft.classes.stream()
                            .map(instrumentClass -> new Spot(segment, instrumentClass, number, time))
                            .toList());
                }
            }
            for (String segment : draft.segments) {
                for (String instrumentClass : draft.hasClass() ? draft.classes : List.of("")) {
                    compare(numbers.stream()
                            .map(number -> new Spot(segment, instrumentClass, number, time))
                            .toList());
                }
            }
        }
    }

    /// Spots from the safest to the riskiest.
    private void compare(List<Spot> spots) {
        int last = -1;
        for (Spot spot : spots) {
            List<Integer> rows = rows(spot);
            if (rows.isEmpty()) {
                continue;
            }
            int call = call(rows);
            if (last >= 0 && call > last) {
                found.add("risk:" + TableDraft.line(holding(rows)));
            }
            last = call;
        }
    }

    private int call(List<Integer> rows) {
        return draft.rows.get(holding(rows)).call;
    }

    private int holding(List<Integer> rows) {
        int holding = rows.getFirst();
        for (int row : rows) {
            if (draft.policy.equals("strictest") && draft.rows.get(row).call < draft.rows.get(holding).call) {
                holding = row;
            }
        }
        return holding;
    }

    private List<Integer> rows(Spot spot) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < draft.rows.size(); i++) {
            if (covers(draft.rows.get(i), spot)) {
                rows.add(i);
            }
        }
        return rows;
    }

    private boolean covers(Row row, Spot spot) {
        return is(row.segment, spot.segment)
                && (!draft.hasClass() || is(row.instrumentClass, spot.instrumentClass))
                && (!draft.volatility
                        || ((row.from.isEmpty() || new BigDecimal(row.from).compareTo(spot.volatility) <= 0)
                                && (row.to.isEmpty() || spot.volatility.compareTo(new BigDecimal(row.to)) < 0)))
                && (!draft.dates
                        || ((row.since.isEmpty() || !spot.time.isBefore(midnight(row.since)))
                                && (row.until.isEmpty() || spot.time.isBefore(midnight(row.until)))));
    }

    private static boolean is(String cell, String value) {
        return cell.equals("*") || cell.equals(value);
    }

    /// Every bound of a row, the places between them, and beyond them; nothing below the column's minimum of 0.
    private List<BigDecimal> numbers() {
        TreeSet<BigDecimal> bounds = new TreeSet<>(Set.of(BigDecimal.ZERO));
        for (Row row : draft.rows) {
            List.of(row.from, row.to).stream()
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cell -> bounds.add(new BigDecimal(cell)));
        }
        return draft.volatility ? List.copyOf(bounds) : List.of(BigDecimal.ZERO);
    }

    /// Every date of a row, and a time before all; but nothing before the table began.
    private List<Instant> times() {
        TreeSet<Instant> dates = new TreeSet<>();
        for (Row row : draft.rows) {
            List.of(row.since, row.until).stream()
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cell -> dates.add(midnight(cell)));
        }
        Instant beginning = Instant.parse("1999-01-01T00:00:00Z");
        if (draft.rows.stream().anyMatch(row -> row.since.isEmpty())) {
            dates.add(beginning);
        }
        if (!draft.dates) {
            return List.of(beginning);
        }
        Instant first = draft.rows.stream()
                .map(row -> row.since.isEmpty() ? beginning : midnight(row.since))
                .min(Instant::compareTo)
                .orElse(beginning);
        return List.copyOf(dates.tailSet(first));
    }

    private static Instant midnight(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
