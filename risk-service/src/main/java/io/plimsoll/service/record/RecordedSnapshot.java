package io.plimsoll.service.record;

import java.util.Arrays;

/// A snapshot that was decided about.
public final class RecordedSnapshot {

    private final String decision;
    private final byte[] snapshot;

    RecordedSnapshot(String decision, byte[] snapshot) {
        this.decision = decision;
        this.snapshot = snapshot;
    }

    /// Name of the decision.
    public String decision() {
        return decision;
    }

    /// The snapshot as it was sent, without layout.
    public byte[] snapshot() {
        return Arrays.copyOf(snapshot, snapshot.length);
    }
}
