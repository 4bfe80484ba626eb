package io.plimsoll.rules.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One problem in a rule set, for the person who can mend it.
///
/// @param code stable name of the kind of problem (`table.range`)
/// @param severity whether it keeps the rule set from being used
/// @param file path within the rule set
/// @param line counted from 1; 0 if the problem is the file as a whole
/// @param column counted from 1, in characters; 0 if the problem is the line as a whole
/// @param endColumn the column behind the last character of what is wrong, on the same line, so that `endColumn -
/// column`
///     characters can be underlined; 0 if it is not known
/// @param columnName the table's column, if the problem is a cell
/// @param message a sentence that names the value in parentheses
/// @param remedy a sentence on what to do, usually starting with "Maybe"; may be empty
public record Diagnostic(
        String code,
        Severity severity,
        String file,
        int line,
        int column,
        int endColumn,
        @Nullable String columnName,
        String message,
        String remedy)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    /// An error somewhere in a file; see the components for the meaning of 0.
    public static Diagnostic error(String code, String file, int line, int column, String message, String remedy) {
        return new Diagnostic(code, Severity.ERROR, file, line, column, 0, null, message, remedy);
    }

    /// Something to look at somewhere in a file, which keeps nothing from being used.
    public static Diagnostic warning(String code, String file, int line, int column, String message, String remedy) {
        return new Diagnostic(code, Severity.WARNING, file, line, column, 0, null, message, remedy);
    }

    /// An error in a cell of a table, or in its column.
    public static Diagnostic cell(
            String code, String file, int line, String columnName, String message, String remedy) {
        return new Diagnostic(code, Severity.ERROR, file, line, 0, 0, columnName, message, remedy);
    }

    /// The same with the column behind its last character.
    public Diagnostic until(int end) {
        return new Diagnostic(code, severity, file, line, column, end, columnName, message, remedy);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }

    /// For people: `tables/margin.csv:4: [table.range] The cell … Maybe …`. A warning says that it is one.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        text.append(": [").append(code).append("] ");
        text.append(severity.words()).append(message);
        return remedy.isEmpty()
                ? text.toString()
                : text.append(' ').append(remedy).toString();
    }
}
