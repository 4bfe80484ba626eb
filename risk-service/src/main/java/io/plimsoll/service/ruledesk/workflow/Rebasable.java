package io.plimsoll.service.ruledesk.workflow;

/// States in which a change can be moved onto the version that is live now.
public sealed interface Rebasable extends ChangeState permits Draft, Stale {

    /// The next revision, on another base.
    ///
    /// @param by becomes a contributor
    /// @param content digest of the files, the changes of the new base included
    /// @param base digest of the version that is live now
    default Draft rebase(PersonId by, String content, String base) {
        return new Draft(proposal().rebased(by, content, base));
    }
}
