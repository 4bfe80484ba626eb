package io.plimsoll.service.ruledesk.workflow;

/// States that stand only as long as their base is live.
public sealed interface Bound extends ChangeState permits Checked, InReview, Approved, Scheduled {

    /// The same change when another version went live.
    default Stale baseMoved() {
        return new Stale(proposal());
    }
}
