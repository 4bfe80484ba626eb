package io.plimsoll.rules.diagnostic;

/// Whether a problem keeps a rule set from being used.
public enum Severity {
    /// The rule set can't be used.
    ERROR(""),
    /// The rule set can be used, but someone should look.
    WARNING("Warning: "),
    /// Nothing need be done; it is worth knowing.
    INFO("Note: ");

    private final String words;

    Severity(String words) {
        this.words = words;
    }

    /// What goes before the sentence of a problem; nothing for an error.
    String words() {
        return words;
    }
}
