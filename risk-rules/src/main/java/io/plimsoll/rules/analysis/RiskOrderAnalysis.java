package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.ColumnRole;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.HitPolicy;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.Stricter;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks along a key with an order of risk for a riskier value with a looser limit, all else equal.
final class RiskOrderAnalysis {

    private final RuleTable table;
    private final TableSpace space;
    private final int key;
    private final Findings findings;
    private final List<ColumnSpec> columns;
    private final Set<List<Object>> told = new HashSet<>();

    RiskOrderAnalysis(RuleTable table, TableSpace space, int key, Findings findings) {
        this.table = table;
        this.space = space;
        this.key = key;
        this.findings = findings;
        this.columns = table.spec().columns(ColumnRole.THRESHOLD).stream()
                .filter(column -> column.stricter() == Stricter.LOWER || column.stricter() == Stricter.HIGHER)
                .toList();
    }

    void find() {
        space.visit(key, (fixed, places) -> {
            List<TableSpace.Place> covered = new ArrayList<>(
                    places.stream().filter(place -> !place.rows().isEmpty()).toList());
            if (space.keys().get(key).risk() == TableKey.Risk.FALLS) {
                covered = covered.reversed();
            }
            // Each is as strict as the one before: then each is as strict as all before.
            for (int i = 1; i < covered.size(); i++) {
                for (ColumnSpec column : columns) {
                    compare(fixed, covered.get(i - 1), covered.get(i), column);
                }
            }
        });
    }

    private void compare(TableSpace.Box fixed, TableSpace.Place safer, TableSpace.Place riskier, ColumnSpec column) {
        TableRow safe = holding(safer, column);
        TableRow risky = holding(riskier, column);
        if (!stricter(column).isLooser(number(risky, column), number(safe, column))
                || !told.add(List.of(safe.written().getId(), risky.written().getId(), column.name()))) {
            return;
        }
        Point safePoint =
                Point.in(space, fixed.with(key, safer.from(), safer.to()).from());
        Point riskyPoint =
                Point.in(space, fixed.with(key, riskier.from(), riskier.to()).from());
        String name = space.keys().get(key).name();
        List<CounterExample> examples = new ArrayList<>();
        examples.addAll(example("safer", safePoint, safer, column));
        examples.addAll(example("riskier", riskyPoint, riskier, column));
        findings.add(
                "table.risk-order",
                Severity.ERROR,
                risky.line(),
                column.name(),
                "The riskier %s (%s) has a looser %s (%s) than %s (%s) in line %d, all else equal."
                        .formatted(
                                name,
                                shown(riskyPoint, name),
                                column.name(),
                                risky.written().getCells().get(column.name()),
                                shown(safePoint, name),
                                safe.written().getCells().get(column.name()),
                                safe.line()),
                "Maybe the two were swapped, or riskier has the wrong order.",
                examples);
    }

    private List<CounterExample> example(String which, Point point, TableSpace.Place place, ColumnSpec column) {
        List<TableRow> rows = place.rows().stream().map(table.written()::get).toList();
        return findings.example(
                "%s by %s, with its %s, at %s"
                        .formatted(which, space.keys().get(key).name(), column.name(), point.words(space.keys())),
                "The riskier of two accounts, all else equal, has the looser %s.".formatted(column.name()),
                point,
                rows);
    }

    /// The row that decides about a column where several meet.
    private TableRow holding(TableSpace.Place place, ColumnSpec column) {
        TableRow holding = table.written().get(place.rows().getFirst());
        if (table.spec().hitPolicy() == HitPolicy.STRICTEST) {
            for (int row : place.rows()) {
                TableRow other = table.written().get(row);
                if (stricter(column).isLooser(number(holding, column), number(other, column))) {
                    holding = other;
                }
            }
        }
        return holding;
    }

    private static Stricter stricter(ColumnSpec column) {
        return column.stricter() == null ? Stricter.NEITHER : column.stricter();
    }

    private static BigDecimal number(TableRow row, ColumnSpec column) {
        return row.written().number(column.name());
    }

    private static String shown(Point point, String key) {
        Object value = point.values().get(key);
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
