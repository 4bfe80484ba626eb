package io.plimsoll.service.ruledesk.workflow;

/// Another version went live since it was begun, so what was checked and approved no longer holds.
///
/// @param proposal what was proposed
public record Stale(Proposal proposal) implements Withdrawable, Rebasable {

    @Override
    public String name() {
        return "STALE";
    }

    @Override
    public String next() {
        return "Maybe rebase it.";
    }
}
