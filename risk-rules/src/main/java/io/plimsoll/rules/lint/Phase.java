package io.plimsoll.rules.lint;

/// The two phases of an evaluation; a rule belongs to the one whose folder it is in.
public enum Phase {
    /// Sets thresholds, from what does not move with every tick.
    THRESHOLDS("thresholds"),
    /// Turns breaches into actions.
    ACTIONS("actions");

    private final String folder;

    Phase(String folder) {
        this.folder = folder;
    }

    /// The folder of its rules, which is also the name of its sink.
    public String folder() {
        return folder;
    }
}
