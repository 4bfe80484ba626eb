package io.plimsoll.service.ruledesk.workflow;

/// Was approved, but could not be made live when it was due.
///
/// @param proposal what was proposed
public record Failed(Proposal proposal) implements Editable, Withdrawable {

    @Override
    public String name() {
        return "FAILED";
    }

    @Override
    public String next() {
        return "Maybe edit it and check it again.";
    }
}
