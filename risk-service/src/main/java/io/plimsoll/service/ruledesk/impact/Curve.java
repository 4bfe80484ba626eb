package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.CellEdit;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.service.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// A number of a decision table, and the values that it is tried with.
///
/// @param file the table, as `tables/margin.csv`
/// @param row name of the row, as a diff has it: `margin:retail/major`
/// @param line of the row, counted from 1
/// @param column name of the column
/// @param values as they would stand in the cell
public record Curve(String file, String row, int line, String column, List<String> values) {

    private static final int SHOWN = 20;

    public Curve {
        values = List.copyOf(values);
    }

    /// Finds the number.
    ///
    /// @param row name of the row, with or without the name of the table
    /// @throws ProblemException that says what there is, if there is no such number
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if the tables can't be read
    public static Curve of(RuleSetSource files, String file, String row, String column, List<String> values) {
        Diagnostics diagnostics = new Diagnostics();
        List<RuleTable> tables = RuleTables.read(files, diagnostics);
        diagnostics.throwIfErrors();
        RuleTable table =
                find("file", "table", file, tables, each -> each.spec().csv());
        String full = row.contains(":") ? row : table.spec().table() + ":" + row;
        TableRow found = find(
                "row",
                "row of " + file,
                full,
                table.written(),
                each -> each.written().getId());
        List<ColumnSpec> numbers =
                table.spec().columns().stream().filter(ColumnSpec::isNumeric).toList();
        find("column", "column of numbers in " + file, column, numbers, ColumnSpec::name);
        return new Curve(file, full, found.line(), column, values);
    }

    private static <E> E find(String field, String what, String wanted, Collection<E> known, Function<E, String> name) {
        return known.stream()
                .filter(each -> name.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = known.stream().map(name).toList();
                    return ProblemException.inDocument(
                            List.of(new DocumentProblem(
                                    "/curve/" + field,
                                    "There is no %s (%s).".formatted(what, wanted),
                                    "Maybe one of %s%s."
                                            .formatted(
                                                    String.join(
                                                            ", ",
                                                            names.stream()
                                                                    .limit(SHOWN)
                                                                    .toList()),
                                                    names.size() > SHOWN ? ", …" : ""))),
                            null);
                });
    }

    /// The files with a value in the place of the number.
    RuleSetSource with(RuleSetSource files, String value) {
        return CellEdit.replace(files, file, line, column, value);
    }
}
