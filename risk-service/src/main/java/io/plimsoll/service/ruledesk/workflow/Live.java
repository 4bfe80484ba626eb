package io.plimsoll.service.ruledesk.workflow;

/// What answers now.
///
/// @param review complete
public record Live(Review review) implements Published {

    /// Refuses a review that lacks approvals.
    ///
    /// @throws IllegalArgumentException if it lacks one
    public Live {
        Approved.requireComplete(review);
    }

    /// The same when another version went live.
    public Superseded supersede() {
        return new Superseded(proposal());
    }

    @Override
    public Proposal proposal() {
        return review.proposal();
    }

    @Override
    public String name() {
        return "LIVE";
    }

    @Override
    public String next() {
        return "Maybe begin another change, or roll back.";
    }
}
