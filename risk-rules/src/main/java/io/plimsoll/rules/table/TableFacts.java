package io.plimsoll.rules.table;

import io.plimsoll.model.rule.NumberRange;
import io.plimsoll.model.rule.Period;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns rows as written into the facts that rules join by equality: a `*` becomes each of its values, and under
/// [HitPolicy#FIRST] only those parts of a row remain that no higher one covers.
final class TableFacts {

    /// The most facts of a table: what `*` stands for multiplies.
    private static final int MAX_FACTS = 50_000;

    private final TableSpec spec;
    private final List<TableRow> rows;
    private final List<ThresholdRow> facts = new ArrayList<>();

    private TableFacts(TableSpec spec, List<TableRow> rows) {
        this.spec = spec;
        this.rows = rows;
    }

    /// The facts of a table, in the order of its rows; none, with a diagnostic, if they are too many.
    static List<ThresholdRow> of(TableSpec spec, List<TableRow> rows, Diagnostics diagnostics) {
        if (spec.keys().isEmpty()) {
            return List.of();
        }
        TableFacts facts = new TableFacts(spec, rows);
        try {
            if (spec.hitPolicy() == HitPolicy.FIRST) {
                facts.addWinners();
            } else {
                rows.forEach(row -> facts.addAll(row, 0, new HashMap<>(), new HashMap<>(), Period.ALWAYS));
            }
            return facts.facts;
        } catch (TableSpace.TooManyMeetingsException | TooManyFactsException e) {
            diagnostics.error(
                    "table.too-large",
                    spec.csv(),
                    0,
                    0,
                    "The rows can't be told apart: %s".formatted(e.getMessage()),
                    "Maybe split the table, or write fewer overlapping ranges and fewer *.");
            return List.of();
        }
    }

    private void addAll(
            TableRow row, int depth, Map<String, String> texts, Map<String, NumberRange> ranges, Period period) {
        if (depth == spec.keys().size()) {
            add(row, texts, ranges, period);
            return;
        }
        TableKey key = spec.keys().get(depth);
        switch (row.extent(key)) {
            case Extent.Only only -> {
                texts.put(key.name(), only.value());
                addAll(row, depth + 1, texts, ranges, period);
            }
            case Extent.Any _ -> {
                for (String value : key.values()) {
                    texts.put(key.name(), value);
                    addAll(row, depth + 1, texts, ranges, period);
                }
            }
            case Extent.Numbers numbers -> {
                ranges.put(key.name(), numbers.range());
                addAll(row, depth + 1, texts, ranges, period);
            }
            case Extent.Time time -> addAll(row, depth + 1, texts, ranges, time.period());
        }
    }

    private void addWinners() {
        // A number outside the domain is unexpected, but rows that are open to it hold for it all the same.
        List<TableKey> unbounded = spec.keys().stream().map(TableKey::unbounded).toList();
        TableSpace space = new TableSpace(unbounded, rows);
        space.visit((fixed, places) -> {
            int last = spec.keys().size() - 1;
            int at = 0;
            while (at < places.size()) {
                List<Integer> hit = places.get(at).rows();
                int end = at + 1;
                while (end < places.size()
                        && !hit.isEmpty()
                        && isSameWinner(hit, places.get(end).rows())) {
                    end++;
                }
                if (!hit.isEmpty()) {
                    TableSpace.Box box = fixed.with(
                            last, places.get(at).from(), places.get(end - 1).to());
                    addPart(rows.get(hit.getFirst()), space, box, 0, new HashMap<>(), new HashMap<>(), Period.ALWAYS);
                }
                at = end;
            }
        });
        facts.sort((a, b) -> Integer.compare(a.getPlace().line(), b.getPlace().line()));
    }

    private static boolean isSameWinner(List<Integer> rows, List<Integer> others) {
        return !others.isEmpty() && rows.getFirst().equals(others.getFirst());
    }

    private void addPart(
            TableRow row,
            TableSpace space,
            TableSpace.Box box,
            int depth,
            Map<String, String> texts,
            Map<String, NumberRange> ranges,
            Period period) {
        if (depth == spec.keys().size()) {
            add(row, texts, ranges, period);
            return;
        }
        TableKey key = spec.keys().get(depth);
        Axis axis = space.axis(depth);
        int from = box.from().get(depth);
        int to = box.to().get(depth);
        // Texts are joined by equality, one fact for each; neighbouring numbers and times are one fact.
        int step = key.kind() == TableKey.Kind.TEXT ? 1 : to - from;
        for (int cell = from; cell < to; cell += step) {
            Period narrowed = period;
            switch (axis.extent(cell, cell + step)) {
                case Extent.Only only -> texts.put(key.name(), only.value());
                case Extent.Numbers numbers -> ranges.put(key.name(), numbers.range());
                case Extent.Time time -> narrowed = time.period();
                case Extent.Any _ -> throw new IllegalStateException("A cell is one value.");
            }
            addPart(row, space, box, depth + 1, texts, ranges, narrowed);
        }
    }

    private void add(TableRow row, Map<String, String> texts, Map<String, NumberRange> ranges, Period period) {
        if (facts.size() == MAX_FACTS) {
            throw new TooManyFactsException();
        }
        boolean isWhole =
                !row.extents().containsValue(new Extent.Any()) && ranges.isEmpty() && period.equals(Period.ALWAYS);
        facts.add(isWhole ? row.written() : row.written().narrowedTo(texts, ranges, period));
    }

    /// The rows stand for more facts than are allowed.
    private static final class TooManyFactsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyFactsException() {
            super("They stand for more than %,d facts.".formatted(MAX_FACTS));
        }
    }
}
