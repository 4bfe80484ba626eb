package io.plimsoll.rules.diagnostic;

import java.util.List;
import java.util.TreeSet;

/// Collects problems while a rule set is read, so that all of them can be reported at once.
///
/// The same problem in the same place is kept once. After [#MAX_DIAGNOSTICS] problems further ones are dropped: nobody
/// reads them, and a file of garbage must not fill the memory.
public final class Diagnostics {

    /// The most problems that are kept.
    public static final int MAX_DIAGNOSTICS = 1_000;

    private final TreeSet<Diagnostic> collected = new TreeSet<>();

    /// Adds a problem.
    public void add(Diagnostic diagnostic) {
        if (collected.size() < MAX_DIAGNOSTICS) {
            collected.add(diagnostic);
        }
    }

    /// Adds an error somewhere in a file; line and column may be 0, as of [Diagnostic].
    public void error(String code, String file, int line, int column, String message, String remedy) {
        add(Diagnostic.error(code, file, line, column, message, remedy));
    }

    /// Whether anything keeps the rule set from being used.
    public boolean hasErrors() {
        return collected.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
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
