package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;

/// Where a change stands. The steps that are legal there are the methods of its type.
public sealed interface ChangeState
        permits Editable, Withdrawable, Rebasable, Bound, Reviewed, Published, Superseded, Withdrawn {

    /// What is proposed.
    Proposal proposal();

    /// Name of the state in capitals, as it is written and stored.
    String name();

    /// What can be done next, as a sentence that starts with "Maybe".
    String next();

    /// Where the change stands after something went live.
    ///
    /// @param live what is live now
    default ChangeState after(LiveVersion live) {
        return switch (this) {
            case Bound bound -> live.digest().equals(proposal().base()) ? this : bound.baseMoved();
            case Live gone -> live.digest().equals(proposal().content()) ? this : gone.supersede();
            case Provisional gone -> live.digest().equals(proposal().content()) ? this : gone.revert();
            case Draft same -> same;
            case Rejected same -> same;
            case Stale same -> same;
            case Failed same -> same;
            case Reverted same -> same;
            case Superseded same -> same;
            case Withdrawn same -> same;
        };
    }

    /// This state as one that has the step that is wanted.
    ///
    /// @param type the state or group of states that has it
    /// @param step the step in words that follow "can't be": `approved`
    /// @throws RefusedStepException if this state has not
    default <S> S require(Class<S> type, String step) {
        if (!type.isInstance(this)) {
            throw new RefusedStepException(
                    Reason.STATE, "A change that is %s can't be %s. %s".formatted(name(), step, next()));
        }
        return type.cast(this);
    }
}
