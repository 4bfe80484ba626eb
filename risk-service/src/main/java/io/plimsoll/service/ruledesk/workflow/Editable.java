package io.plimsoll.service.ruledesk.workflow;

/// States in which the files can be changed. That makes a draft of any of them: approvals are for what was
/// approved.
public sealed interface Editable extends ChangeState
        permits Draft, Checked, InReview, Approved, Rejected, Failed, Reverted {

    /// The next revision.
    ///
    /// @param by becomes a contributor
    /// @param content digest of the files as they are now
    default Draft edit(PersonId by, String content) {
        return new Draft(proposal().edited(by, content));
    }
}
