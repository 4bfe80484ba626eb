package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.time.Instant;

/// May go live.
///
/// @param review complete
public record Approved(Review review) implements Editable, Withdrawable, Bound, Reviewed {

    /// Refuses a review that lacks approvals.
    ///
    /// @throws IllegalArgumentException if it lacks one
    public Approved {
        requireComplete(review);
    }

    static void requireComplete(Review review) {
        if (!review.isComplete()) {
            throw new IllegalArgumentException("A review with %d approvals of %d is not over."
                    .formatted(review.approvals().size(), review.needed()));
        }
    }

    /// Makes it live.
    ///
    /// @throws RefusedStepException if its base is not live, or itself not reviewed
    public Live publish(LiveVersion live) {
        proposal().requireBase(live);
        live.requireReviewed();
        return new Live(review);
    }

    /// Makes it live later.
    ///
    /// @throws RefusedStepException if the time is not to come, or its base is not live
    public Scheduled schedule(Instant due, LiveVersion live, Instant now) {
        proposal().requireBase(live);
        if (!due.isAfter(now)) {
            throw new RefusedStepException(
                    Reason.TIME, "The time (%s) is over; it is %s. Maybe publish the change.".formatted(due, now));
        }
        return new Scheduled(review, due);
    }

    @Override
    public Proposal proposal() {
        return review.proposal();
    }

    @Override
    public String name() {
        return "APPROVED";
    }

    @Override
    public String next() {
        return "Maybe publish or schedule it.";
    }
}
