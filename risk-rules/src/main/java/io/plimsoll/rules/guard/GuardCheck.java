package io.plimsoll.rules.guard;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.Limit;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds an edit against the guards of the version before it and against its own: where both say something, both hold,
/// so that no edit can loosen a guard and use the loosening at once.
///
/// Numbers are compared place by place, for whom they are, and not line by line: a row that is split, renamed, written
/// with a `*`, or taken out and put back later, is measured against what held for the same accounts before.
public final class GuardCheck {

    private static final int MAX_NAMED = 20;

    private final List<RuleTable> tables;
    private final Diagnostics diagnostics;

    private GuardCheck(List<RuleTable> tables, Diagnostics diagnostics) {
        this.tables = tables;
        this.diagnostics = diagnostics;
    }

    /// A version before an edit.
    ///
    /// @param guards its guards
    /// @param tables its tables
    /// @param lineage what it remembers
    public record Before(List<ColumnGuard> guards, List<RuleTable> tables, Lineage lineage) {

        /// Keeps the lists as they are given.
        public Before {
            guards = List.copyOf(guards);
            tables = List.copyOf(tables);
        }
    }

    /// Checks an edit.
    ///
    /// @param guards of the edited rule set
    /// @param tables of the edited rule set
    /// @param before the version that it would replace, if there is one
    /// @param now the time of the edit
    /// @param diagnostics gets every breach, and which rows of guarded tables are new or gone
    /// @return what the edited version remembers, if it is used
    public static Lineage check(
            List<ColumnGuard> guards,
            List<RuleTable> tables,
            Optional<Before> before,
            Instant now,
            Diagnostics diagnostics) {
        GuardCheck check = new GuardCheck(tables, diagnostics);
        List<ColumnGuard> binding = new ArrayList<>(guards);
        before.ifPresent(version -> binding.addAll(version.guards()));
        binding.forEach(check::range);
        return before.map(version -> check.moves(binding, version, now)).orElse(Lineage.NONE);
    }

    private void range(ColumnGuard guard) {
        Optional<RuleTable> table = table(tables, guard.table());
        if (table.flatMap(found -> found.spec().column(guard.column())).isEmpty()) {
            diagnostics.error(
                    "guard.gone",
                    "ruleset.yaml",
                    0,
                    0,
                    "The column (%s) of the table %s is guarded, and gone.".formatted(guard.column(), guard.table()),
                    "Maybe publish once without the guard, and remove the column then.");
            return;
        }
        for (TableRow row : table.orElseThrow().written()) {
            if (row.says().get(guard.column()) instanceof BigDecimal number) {
                @Nullable Limit min = guard.min();
                @Nullable Limit max = guard.max();
                if (min != null && number.compareTo(min.value()) < 0) {
                    refuse(guard, row, "below the guard's min (%s)".formatted(min.written()));
                }
                if (max != null && number.compareTo(max.value()) > 0) {
                    refuse(guard, row, "above the guard's max (%s)".formatted(max.written()));
                }
            }
        }
    }

    private void refuse(ColumnGuard guard, TableRow row, String clause) {
        diagnostics.add(Diagnostic.cell(
                "guard.range",
                row.written().getPlace().file(),
                row.line(),
                guard.column(),
                "The cell (%s) in column %s of the row %s is %s."
                        .formatted(
                                row.written().getCells().get(guard.column()),
                                guard.column(),
                                row.written().getId(),
                                clause),
                "Maybe a digit is missing or too much."));
    }

    private Lineage moves(List<ColumnGuard> binding, Before before, Instant now) {
        Map<Lineage.Cell, Instant> moves = new HashMap<>();
        Map<String, List<TableRow>> removed = new HashMap<>();
        for (RuleTable table : tables) {
            String name = table.spec().table();
            List<ColumnGuard> guards =
                    binding.stream().filter(guard -> guard.table().equals(name)).toList();
            Optional<RuleTable> old = table(before.tables(), name);
            List<TableRow> gone = before.lineage().removed().getOrDefault(name, List.of());
            try {
                TableMoves compared = new TableMoves(table, old, gone, guards, before.lineage(), now, diagnostics);
                compared.compare();
                moves.putAll(compared.moves());
                removed.put(name, compared.removed());
            } catch (TableSpace.TooManyMeetingsException e) {
                diagnostics.error(
                        "table.too-large",
                        table.spec().csv(),
                        0,
                        0,
                        "The edit can't be compared: %s".formatted(e.getMessage()),
                        "Maybe change it in smaller steps.");
            }
            if (!guards.isEmpty()) {
                old.ifPresent(version -> tell(table, version));
            }
        }
        return new Lineage(moves, removed);
    }

    /// New rows have no number before them; whoever approves an edit should see them.
    private void tell(RuleTable table, RuleTable old) {
        Set<String> now = ids(table);
        Set<String> before = ids(old);
        tell(table, "guard.row-added", "new", difference(now, before));
        tell(table, "guard.row-removed", "gone", difference(before, now));
    }

    private void tell(RuleTable table, String code, String what, Set<String> ids) {
        if (!ids.isEmpty()) {
            String named = ids.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
            String more = ids.size() > MAX_NAMED ? " and %d more".formatted(ids.size() - MAX_NAMED) : "";
            String message = "Rows of a guarded table are %s (%s%s).".formatted(what, named, more);
            diagnostics.add(new Diagnostic(
                    code, Severity.INFO, table.spec().csv(), 0, 0, 0, null, message, "Maybe look at them."));
        }
    }

    private static Set<String> ids(RuleTable table) {
        return table.written().stream()
                .map(row -> row.written().getId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Set<String> ids, Set<String> others) {
        Set<String> difference = new TreeSet<>(ids);
        difference.removeAll(others);
        return difference;
    }

    private static Optional<RuleTable> table(List<RuleTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.spec().table().equals(name))
                .findFirst();
    }
}
