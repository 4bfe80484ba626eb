package io.plimsoll.service.ruledesk.workflow;

/// States in which a change can be given up.
public sealed interface Withdrawable extends ChangeState
        permits Draft, Checked, InReview, Approved, Rejected, Stale, Failed, Reverted {

    /// Gives the change up, for good.
    ///
    /// @throws RefusedStepException if it is not the person's own
    default Withdrawn withdraw(PersonId by) {
        proposal()
                .requireContributor(
                        by,
                        "withdraw",
                        "Maybe reject it, or ask one of %s."
                                .formatted(proposal().contributors()));
        return new Withdrawn(proposal());
    }
}
