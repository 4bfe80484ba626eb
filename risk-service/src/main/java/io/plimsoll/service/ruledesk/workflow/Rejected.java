package io.plimsoll.service.ruledesk.workflow;

/// A reviewer sent it back.
///
/// @param proposal what was proposed
public record Rejected(Proposal proposal) implements Editable, Withdrawable {

    @Override
    public String name() {
        return "REJECTED";
    }

    @Override
    public String next() {
        return "Maybe edit it, or withdraw it.";
    }
}
