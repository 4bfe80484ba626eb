package io.plimsoll.service.ruledesk.workflow;

import java.time.Instant;

/// Waits for approvals.
///
/// @param review what was said so far; not complete
public record InReview(Review review) implements Editable, Withdrawable, Bound, Reviewed {

    /// Refuses a complete review.
    ///
    /// @throws IllegalArgumentException if it is complete
    public InReview {
        if (review.isComplete()) {
            throw new IllegalArgumentException("A review with %d approvals of %d is over."
                    .formatted(review.approvals().size(), review.needed()));
        }
    }

    /// Approves exactly what was seen.
    ///
    /// @return in review still, or approved
    /// @throws RefusedStepException if the person contributed or has approved, or what they saw is not what
    ///     is under review, or its base is not live
    public Reviewed approve(PersonId by, Binding seen, LiveVersion live, Instant at) {
        proposal().requireBase(live);
        Review more = review.approve(by, seen, at);
        return more.isComplete() ? new Approved(more) : new InReview(more);
    }

    /// Makes it live for some time on one person's word; approvals that were given count towards ratifying it.
    ///
    /// @param until when it goes back by itself
    /// @throws RefusedStepException if its base is not live, or itself not reviewed
    public Provisional breakGlass(PersonId by, LiveVersion live, Instant now, Instant until) {
        return Provisional.begin(review, by, live, now, until);
    }

    @Override
    public Proposal proposal() {
        return review.proposal();
    }

    @Override
    public String name() {
        return "IN_REVIEW";
    }

    @Override
    public String next() {
        return "Maybe it lacks an approval: %d of %d are there."
                .formatted(review.approvals().size(), review.needed());
    }
}
