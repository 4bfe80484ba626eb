package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.time.Instant;

/// Goes live by itself.
///
/// @param review complete
/// @param due when, or as soon after as the service runs
public record Scheduled(Review review, Instant due) implements Bound {

    /// Refuses a review that lacks approvals.
    ///
    /// @throws IllegalArgumentException if it lacks one
    public Scheduled {
        Approved.requireComplete(review);
    }

    /// Makes it live.
    ///
    /// @throws RefusedStepException if it is not due, or its base is not live, or itself not reviewed
    public Live activate(LiveVersion live, Instant now) {
        if (now.isBefore(due)) {
            throw new RefusedStepException(
                    Reason.TIME, "The change is due at %s; it is %s. Maybe cancel the schedule.".formatted(due, now));
        }
        proposal().requireBase(live);
        live.requireReviewed();
        return new Live(review);
    }

    /// Takes the time back.
    public Approved cancel() {
        return new Approved(review);
    }

    /// The same when it could not be made live.
    public Failed fail() {
        return new Failed(proposal());
    }

    @Override
    public Proposal proposal() {
        return review.proposal();
    }

    @Override
    public String name() {
        return "SCHEDULED";
    }

    @Override
    public String next() {
        return "Maybe cancel the schedule first.";
    }
}
