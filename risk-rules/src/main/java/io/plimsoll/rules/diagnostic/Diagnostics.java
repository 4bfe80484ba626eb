package io.plimsoll.rules.diagnostic;

import java.util.List;
import java.util.TreeSet;

/// Collects problems while a rule set is read, so that all of them can be reported at once.
///
/// The same problem in the same place is kept once. After [#MAX_DIAGNOSTICS] errors further ones are dropped: nobody
/// reads them, and a file of garbage must not fill the memory. Warnings are counted by themselves, so that they can't
/// crowd out an error.
public final class Diagnostics {

    /// The most errors that are kept, and the most warnings.
    public static final int MAX_DIAGNOSTICS = 1_000;

    private final TreeSet<Diagnostic> collected = new TreeSet<>();
    private int errors;
    private int warnings;

    /// Adds a problem.
    public void add(Diagnostic diagnostic) {
        boolean isError = diagnostic.severity() == Severity.ERROR;
        if ((isError ? errors : warnings) < MAX_DIAGNOSTICS && collected.add(diagnostic)) {
            errors += isError ? 1 : 0;
            warnings += isError ? 0 : 1;
        }
    }

    /// Adds an error somewhere in a file; line and column may be 0, as of [Diagnostic].
    public void error(String code, String file, int line, int column, String message, String remedy) {
        add(Diagnostic.error(code, file, line, column, message, remedy));
    }

    /// Whether anything keeps the rule set from being used.
    public boolean hasErrors() {
        return errors > 0;
    }

    /// All problems, by file, line and column.
    public List<Diagnostic> all() {
        return List.copyOf(collected);
    }

    /// Ends the reading of a rule set that has errors.
    ///
    /// @throws InvalidRuleSetException with all problems, if one of them is an error
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidRuleSetException(all());
        }
    }
}
