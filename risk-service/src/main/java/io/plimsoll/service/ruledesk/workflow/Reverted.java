package io.plimsoll.service.ruledesk.workflow;

/// Was live on one person's word and not ratified, so the version before took its place again.
///
/// @param proposal what was proposed
public record Reverted(Proposal proposal) implements Editable, Withdrawable {

    @Override
    public String name() {
        return "REVERTED";
    }

    @Override
    public String next() {
        return "Maybe edit it and submit it for review.";
    }
}
