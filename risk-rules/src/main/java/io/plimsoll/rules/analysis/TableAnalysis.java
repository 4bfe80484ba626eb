package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Proves what it can about the tables of a rule set, without sampling.
public final class TableAnalysis {

    private TableAnalysis() {}

    /// Everything found, errors first.
    ///
    /// @param source the rule set
    /// @param tables read from it without errors: a row that is left out would look like a gap
    public static List<Finding> of(RuleSetSource source, List<RuleTable> tables) {
        Set<String> read = ReadColumns.of(source);
        ExampleAccounts accounts = new ExampleAccounts(tables);
        List<Finding> all = new ArrayList<>();
        for (RuleTable table : tables) {
            if (!table.written().isEmpty() && !table.spec().keys().isEmpty()) {
                Findings findings = new Findings(table, accounts);
                analyse(table, read, findings);
                all.addAll(findings.all());
            }
        }
        all.sort(Comparator.comparing((Finding finding) -> finding.diagnostic().severity())
                .thenComparing(Finding::diagnostic));
        return all;
    }

    /// The rows that no scenario hits: nobody has said what they are to do.
    ///
    /// @param tables of the rule set
    /// @param hit identifiers of the rows that decisions about the scenarios name
    public static List<Finding> unhitRows(List<RuleTable> tables, Set<String> hit) {
        ExampleAccounts accounts = new ExampleAccounts(tables);
        return tables.stream()
                .flatMap(table -> {
                    Findings findings = new Findings(table, accounts);
                    new UnhitRows(table, findings).find(hit);
                    return findings.all().stream();
                })
                .toList();
    }

    private static void analyse(RuleTable table, Set<String> read, Findings findings) {
        List<TableKey> keys = table.spec().keys();
        TableSpace space = new TableSpace(keys, table.written());
        new ColumnAnalysis(table, findings).find(read);
        try {
            new CoverageAnalysis(table, space, findings).find();
            for (int key = 0; key < keys.size(); key++) {
                if (keys.get(key).risk() != TableKey.Risk.UNKNOWN) {
                    new RiskOrderAnalysis(table, space, key, findings).find();
                }
                if (keys.get(key).isClosed() && keys.get(key).kind() != TableKey.Kind.TIME) {
                    new IdleKeyAnalysis(table, space, key, findings).find();
                }
            }
        } catch (TableSpace.TooManyMeetingsException e) {
            findings.add(
                    "table.too-large",
                    Severity.ERROR,
                    0,
                    null,
                    "The table can't be analysed: %s".formatted(e.getMessage()),
                    "Maybe split the table, or write fewer overlapping ranges.",
                    List.of());
        }
    }
}
