package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;

/// Being written.
///
/// @param proposal what is proposed so far
public record Draft(Proposal proposal) implements Editable, Withdrawable, Rebasable {

    /// The same after every check has passed.
    ///
    /// @param live the version that the checks compared with
    /// @throws RefusedStepException if that is not the base, or nothing was changed
    public Checked check(LiveVersion live) {
        proposal.requireBase(live);
        if (proposal.content().equals(proposal.base())) {
            throw new RefusedStepException(
                    Reason.CONTENT,
                    "The change changes nothing: its files are those of %s. Maybe edit one."
                            .formatted(proposal.base()));
        }
        return new Checked(proposal);
    }

    @Override
    public String name() {
        return "DRAFT";
    }

    @Override
    public String next() {
        return "Maybe check it first.";
    }
}
