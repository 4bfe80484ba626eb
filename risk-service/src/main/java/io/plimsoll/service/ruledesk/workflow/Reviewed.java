package io.plimsoll.service.ruledesk.workflow;

/// States in which reviewers have their say.
public sealed interface Reviewed extends ChangeState permits InReview, Approved {

    /// What was said so far.
    Review review();

    /// Sends the change back.
    ///
    /// @throws RefusedStepException if the person contributed to it
    default Rejected reject(PersonId by) {
        proposal().requireStranger(by, "reject");
        return new Rejected(proposal());
    }
}
