package io.plimsoll.service.ruledesk.workflow;

/// A step that the state of a change, or who takes it, does not allow. An expected outcome, so it carries no
/// stack trace; its message says what to do instead.
public final class RefusedStepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What stands against the step.
    public enum Reason {
        /// The change is in a state that has no such step.
        STATE,
        /// Somebody else has to take it.
        PERSON,
        /// What was read is not what is there now.
        CONTENT,
        /// Another version went live since the change was begun.
        BASE,
        /// It is too early or too late.
        TIME
    }

    private final Reason reason;

    /// @param reason what stands against it
    /// @param sentences what is wrong, and a remedy that starts with "Maybe"
    public RefusedStepException(Reason reason, String sentences) {
        super(sentences, null, false, false);
        this.reason = reason;
    }

    /// What stands against the step.
    public Reason reason() {
        return reason;
    }
}
