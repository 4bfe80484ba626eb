package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.HitPolicy;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows of a table that no scenario hits.
final class UnhitRows {

    private final RuleTable table;
    private final Findings findings;

    UnhitRows(RuleTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /// @param hit identifiers of rows
    void find(Set<String> hit) {
        List<TableRow> rows = table.written();
        Set<String> told = new HashSet<>(hit);
        if (rows.stream().allMatch(row -> hit.contains(row.written().getId()))) {
            return;
        }
        Map<Integer, List<CounterExample>> examples = new HashMap<>();
        try {
            examples(hit, examples);
        } catch (TableSpace.TooManyMeetingsException _) {
            // The rows are told all the same, some of them without an account.
        }
        for (int i = 0; i < rows.size(); i++) {
            String id = rows.get(i).written().getId();
            if (told.add(id)) {
                findings.add(
                        "table.unhit-row",
                        Severity.WARNING,
                        rows.get(i).line(),
                        null,
                        "No scenario hits the row (%s).".formatted(id),
                        "Maybe add a scenario for it.",
                        examples.getOrDefault(i, List.of()));
            }
        }
    }

    private void examples(Set<String> hit, Map<Integer, List<CounterExample>> examples) {
        TableSpace space = new TableSpace(table.spec().keys(), table.written());
        int last = space.keys().size() - 1;
        space.visit((fixed, places) -> {
            for (TableSpace.Place place : places) {
                int seen = table.spec().hitPolicy() == HitPolicy.FIRST
                        ? Math.min(1, place.rows().size())
                        : place.rows().size();
                for (int row : place.rows().subList(0, seen)) {
                    TableRow written = table.written().get(row);
                    if (examples.size() < Findings.MAX_OF_A_KIND
                            && !hit.contains(written.written().getId())) {
                        examples.computeIfAbsent(
                                row,
                                missing -> findings.example(
                                        "line %d".formatted(written.line()),
                                        "The row is for this account, and no scenario hits it.",
                                        Point.in(
                                                space,
                                                fixed.with(last, place.from(), place.to())
                                                        .from()),
                                        place.rows().stream()
                                                .map(table.written()::get)
                                                .toList()));
                    }
                }
            }
        });
    }
}
