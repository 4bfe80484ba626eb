package io.plimsoll.rules.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/// A rule set that can't be used, with everything that is wrong with it.
public final class InvalidRuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /// @param diagnostics all problems; at least one
    public InvalidRuleSetException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().sorted().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = diagnostics.stream().sorted().toList();
    }

    /// All problems, by file and line.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
