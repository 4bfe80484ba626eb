package io.plimsoll.service.rulesets;

import io.plimsoll.rules.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a rule set, or worth looking at, as written.
///
/// @param code stable name of the kind of problem; `docs/reference/diagnostics` has a page for each
/// @param severity ERROR, WARNING or INFO
/// @param file path within the rule set
/// @param line counted from 1; 0 for the file as a whole
/// @param column counted from 1, in characters; 0 for the line as a whole
/// @param endColumn the column after the last character; 0 if it is not known
/// @param columnName the table's column, if it is a cell
/// @param message what is wrong
/// @param fix what to do; may be empty
public record DiagnosticDocument(
        String code,
        String severity,
        String file,
        int line,
        int column,
        int endColumn,
        @Nullable String columnName,
        String message,
        String fix) {

    static DiagnosticDocument of(Diagnostic diagnostic) {
        return new DiagnosticDocument(
                diagnostic.code(),
                diagnostic.severity().name(),
                diagnostic.file(),
                diagnostic.line(),
                diagnostic.column(),
                diagnostic.endColumn(),
                diagnostic.columnName(),
                diagnostic.message(),
                diagnostic.remedy());
    }
}
