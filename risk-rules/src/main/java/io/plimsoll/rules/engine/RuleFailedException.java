package io.plimsoll.rules.engine;

/// A rule that could not run to its end for one snapshot: it threw, or rules kept firing.
public final class RuleFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /// @param rule name of the rule; empty if it is not known
    /// @param message what happened
    public RuleFailedException(String rule, String message, Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /// As above, without a cause.
    public RuleFailedException(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    /// Name of the rule; empty if it is not known.
    public String rule() {
        return rule;
    }
}
