package io.plimsoll.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes tables with nothing wrong in them: every place has a row, and what is riskier is stricter.
final class CleanTables {

    private CleanTables() {}

    /// What a table must have.
    record Wish(String policy, boolean dates, boolean any) {}

    static TableDraft any(Random random) {
        List<String> policies = List.of("unique", "first", "strictest");
        return like(random, new Wish(policies.get(random.nextInt(3)), random.nextBoolean(), random.nextBoolean()));
    }

    static TableDraft like(Random random, Wish wish) {
        TableDraft draft = new TableDraft();
        draft.policy = wish.policy();
        draft.segments = names("s", 2 + random.nextInt(3));
        draft.classes = random.nextInt(4) == 0 ? List.of() : names("c", 2 + random.nextInt(2));
        draft.volatility = random.nextBoolean();
        draft.dates = wish.dates();
        draft.ranked = random.nextInt(5) > 0;
        List<String> cuts = draft.volatility ? cuts(random, "0.%02d") : List.of();
        List<String> days = draft.dates ? cuts(random, "2026-03-%02d") : List.of();
        int withoutClass = wish.any() && wish.policy().equals("unique") ? random.nextInt(draft.segments.size()) : -1;
        for (int period = 0; period <= days.size(); period++) {
            for (int range = 0; range <= cuts.size(); range++) {
                rows(draft, cuts, range, days, period, withoutClass);
            }
        }
        if (wish.policy().equals("first")) {
            safestIsDefault(draft);
        } else if (wish.policy().equals("strictest")) {
            TableDraft.Row all = row(0, 0, 0, 0);
            all.segment = "*";
            all.instrumentClass = "*";
            all.call += 2;
            all.liquidation += 2;
            draft.rows.add(all);
        }
        return draft;
    }

    private static void rows(
            TableDraft draft, List<String> cuts, int range, List<String> days, int period, int withoutClass) {
        for (int segment = 0; segment < draft.segments.size(); segment++) {
            int classes = draft.hasClass() && segment != withoutClass ? draft.classes.size() : 1;
            for (int instrumentClass = 0; instrumentClass < classes; instrumentClass++) {
                TableDraft.Row row = row(segment, instrumentClass, range, period);
                row.segment = draft.segments.get(segment);
                row.instrumentClass =
                        !draft.hasClass() ? "" : segment == withoutClass ? "*" : draft.classes.get(instrumentClass);
                row.from = range == 0 ? "" : cuts.get(range - 1);
                row.to = range == cuts.size() ? "" : cuts.get(range);
                row.since = period == 0 ? "" : days.get(period - 1);
                row.until = period == days.size() ? "" : days.get(period);
                draft.rows.add(row);
            }
        }
    }

    /// Each step of a key matters more than all steps of the keys after it.
    private static TableDraft.Row row(int segment, int instrumentClass, int range, int period) {
        TableDraft.Row row = new TableDraft.Row();
        row.call = 90 - 15 * segment - 4 * instrumentClass - range + period;
        row.clear = row.call - 10;
        row.liquidation = row.call + 5;
        return row;
    }

    /// Under `first`, the rows of the safest segment can stand at the end and be for all.
    private static void safestIsDefault(TableDraft draft) {
        List<TableDraft.Row> defaults = new ArrayList<>();
        for (TableDraft.Row row : List.copyOf(draft.rows)) {
            if (row.segment.equals(draft.segments.getFirst())) {
                draft.rows.remove(row);
                row.segment = "*";
                defaults.add(row);
            }
        }
        draft.rows.addAll(defaults);
    }

    private static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return names;
    }

    private static List<String> cuts(Random random, String form) {
        return random.ints(2, 10, 29)
                .distinct()
                .sorted()
                .mapToObj(form::formatted)
                .toList();
    }
}
