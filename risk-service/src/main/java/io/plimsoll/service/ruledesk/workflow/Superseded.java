package io.plimsoll.service.ruledesk.workflow;

/// Was live, until another version took its place.
///
/// @param proposal what was proposed
public record Superseded(Proposal proposal) implements ChangeState {

    @Override
    public String name() {
        return "SUPERSEDED";
    }

    @Override
    public String next() {
        return "Maybe begin another change, or roll back to its version.";
    }
}
