package io.plimsoll.rules.analysis;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.table.HitPolicy;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what is found about one table. Of one kind only the first [#MAX_OF_A_KIND] are told, and how many more
/// there are: nobody reads a thousand.
final class Findings {

    static final int MAX_OF_A_KIND = 20;

    private final RuleTable table;
    private final ExampleAccounts accounts;
    private final List<Finding> all = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Findings(RuleTable table, ExampleAccounts accounts) {
        this.table = table;
        this.accounts = accounts;
    }

    /// Everything found, and how much was left out.
    List<Finding> all() {
        List<Finding> told = new ArrayList<>(all);
        counts.forEach((code, count) -> {
            if (count > MAX_OF_A_KIND) {
                Severity severity = all.stream()
                        .map(Finding::diagnostic)
                        .filter(diagnostic -> diagnostic.code().equals(code))
                        .map(Diagnostic::severity)
                        .findFirst()
                        .orElse(Severity.WARNING);
                told.add(new Finding(
                        new Diagnostic(
                                code,
                                severity,
                                table.spec().csv(),
                                0,
                                0,
                                0,
                                null,
                                "There are %d more of this kind.".formatted(count - MAX_OF_A_KIND),
                                ""),
                        List.of()));
            }
        });
        return told;
    }

    /// A finding in a row, a column, or, with line 0, the table as a whole.
    void add(
            String code,
            Severity severity,
            int line,
            @Nullable String column,
            String message,
            String remedy,
            List<CounterExample> examples) {
        if (counts.merge(code, 1, Integer::sum) <= MAX_OF_A_KIND) {
            Diagnostic diagnostic =
                    new Diagnostic(code, severity, table.spec().csv(), line, 0, 0, column, message, remedy);
            all.add(new Finding(diagnostic, examples));
        }
    }

    /// Whether another finding of a kind would be told.
    boolean tells(String code) {
        return counts.getOrDefault(code, 0) < MAX_OF_A_KIND;
    }

    /// An account at a point where these rows are.
    ///
    /// @param rows those that are for the point, in the order of the file
    /// @return none if no account can be made that the keys of the table are read from
    List<CounterExample> example(String name, String why, Point point, List<TableRow> rows) {
        List<SourcePlace> seen = rows.stream()
                .limit(table.spec().hitPolicy() == HitPolicy.FIRST ? 1 : rows.size())
                .map(row -> row.written().getPlace())
                .sorted()
                .toList();
        return accounts.at(table.spec(), point).stream()
                .map(snapshot -> new CounterExample(
                        "%s: %s".formatted(table.spec().table(), name),
                        why,
                        snapshot,
                        table.spec().table(),
                        seen))
                .toList();
    }
}
