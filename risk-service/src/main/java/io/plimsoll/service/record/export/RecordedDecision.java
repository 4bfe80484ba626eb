package io.plimsoll.service.record.export;

/// What an entry says about one decision.
final class RecordedDecision {

    private final String id;
    private final String account;
    private final String time;
    private final String ruleSet;
    private final byte[] snapshot;
    private final byte[] decision;

    /// @param snapshot as it was sent, not copied
    /// @param decision as it was answered, not copied
    RecordedDecision(String id, String account, String time, String ruleSet, byte[] snapshot, byte[] decision) {
        this.id = id;
        this.account = account;
        this.time = time;
        this.ruleSet = ruleSet;
        this.snapshot = snapshot;
        this.decision = decision;
    }

    String id() {
        return id;
    }

    String account() {
        return account;
    }

    /// The moment decided about, as written.
    String time() {
        return time;
    }

    /// The digest of the rule set that decided.
    String ruleSet() {
        return ruleSet;
    }

    byte[] snapshot() {
        return snapshot;
    }

    byte[] decision() {
        return decision;
    }
}
