package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.ColumnRole;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.HitPolicy;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for a key that never matters: for every value of it, all else equal, the same numbers hold.
final class IdleKeyAnalysis {

    private final RuleTable table;
    private final TableSpace space;
    private final int key;
    private final Findings findings;
    private boolean matters;
    private List<CounterExample> examples = List.of();

    IdleKeyAnalysis(RuleTable table, TableSpace space, int key, Findings findings) {
        this.table = table;
        this.space = space;
        this.key = key;
        this.findings = findings;
    }

    void find() {
        if (space.axis(key).size() < 2) {
            return;
        }
        space.visit(key, this::line);
        if (!matters) {
            String name = space.keys().get(key).name();
            findings.add(
                    "table.idle-key",
                    Severity.INFO,
                    0,
                    column(name),
                    "The key (%s) never matters: every value of it has the same numbers, all else equal."
                            .formatted(name),
                    "Maybe a number was to differ; if not, the table can do without the key.",
                    examples);
        }
    }

    private void line(TableSpace.Box fixed, List<TableSpace.Place> places) {
        Set<Map<String, Object>> says = says(places.getFirst());
        matters |= places.stream().anyMatch(place -> !says(place).equals(says));
        if (!matters && examples.isEmpty() && !says.isEmpty()) {
            List<CounterExample> pair = new ArrayList<>();
            pair.addAll(example("one", fixed, 0, places.getFirst()));
            pair.addAll(example("another", fixed, space.axis(key).size() - 1, places.getLast()));
            examples = pair;
        }
    }

    private List<CounterExample> example(String which, TableSpace.Box fixed, int cell, TableSpace.Place place) {
        Point point = Point.in(space, fixed.with(key, cell, cell + 1).from());
        String name = space.keys().get(key).name();
        return findings.example(
                "%s does not matter, %s value".formatted(name, which),
                "Two accounts that differ in %s alone have the same limits.".formatted(name),
                point,
                place.rows().stream().map(table.written()::get).toList());
    }

    private Set<Map<String, Object>> says(TableSpace.Place place) {
        int rules =
                table.spec().hitPolicy() == HitPolicy.STRICTEST ? place.rows().size() : 1;
        return place.rows().stream()
                .limit(rules)
                .map(table.written()::get)
                .map(TableRow::says)
                .collect(Collectors.toSet());
    }

    private String column(String name) {
        boolean range = space.keys().get(key).kind() == TableKey.Kind.NUMBER;
        return table.spec().columns(range ? ColumnRole.FROM : ColumnRole.KEY).stream()
                .filter(column -> column.key().equals(name))
                .map(ColumnSpec::name)
                .findFirst()
                .orElse(name);
    }
}
