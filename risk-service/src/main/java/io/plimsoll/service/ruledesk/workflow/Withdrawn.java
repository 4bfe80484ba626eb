package io.plimsoll.service.ruledesk.workflow;

/// Given up by its contributors.
///
/// @param proposal what was proposed
public record Withdrawn(Proposal proposal) implements ChangeState {

    @Override
    public String name() {
        return "WITHDRAWN";
    }

    @Override
    public String next() {
        return "Maybe begin another change.";
    }
}
