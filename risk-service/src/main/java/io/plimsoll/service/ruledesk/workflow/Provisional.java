package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.time.Instant;

/// Live on one person's word, until it is ratified or its time is over.
///
/// @param review what was said so far; not complete, and nothing by who broke the glass
/// @param by who broke it
/// @param until when the version before goes live again
public record Provisional(Review review, PersonId by, Instant until) implements Published {

    /// Holds all of that.
    ///
    /// @throws IllegalArgumentException if it does not hold
    public Provisional {
        if (review.isComplete()
                || review.approvals().stream()
                        .anyMatch(approval -> approval.by().equals(by))) {
            throw new IllegalArgumentException("What %s published lacks an approval of others.".formatted(by));
        }
    }

    static Provisional begin(Review review, PersonId by, LiveVersion live, Instant now, Instant until) {
        review.proposal().requireBase(live);
        live.requireReviewed();
        if (!until.isAfter(now)) {
            throw new RefusedStepException(
                    Reason.TIME, "The deadline (%s) is over; it is %s. Maybe give a later one.".formatted(until, now));
        }
        return new Provisional(review.without(by), by, until);
    }

    /// Approves exactly what is live.
    ///
    /// @return live, or provisional still
    /// @throws RefusedStepException if the person contributed, broke the glass or has approved, or what they
    ///     saw is not what is live, or the time is over
    public Published ratify(PersonId person, Binding seen, Instant now) {
        if (person.equals(by)) {
            throw new RefusedStepException(
                    Reason.PERSON, "%s broke the glass and can't ratify that. Maybe ask somebody else.".formatted(by));
        }
        if (!now.isBefore(until)) {
            throw new RefusedStepException(
                    Reason.TIME,
                    "The time to ratify ended at %s; the version before goes live again. Maybe submit the change for review."
                            .formatted(until));
        }
        Review more = review.approve(person, seen, now);
        return more.isComplete() ? new Live(more) : new Provisional(more, by, until);
    }

    /// The same when the version before is live again: its time is over, or somebody rolled back.
    public Reverted revert() {
        return new Reverted(proposal());
    }

    /// The same when its time is over.
    ///
    /// @throws RefusedStepException if it is not
    public Reverted expire(Instant now) {
        if (!isOver(now)) {
            throw new RefusedStepException(
                    Reason.TIME, "The time to ratify ends at %s; it is %s. Maybe roll back.".formatted(until, now));
        }
        return revert();
    }

    /// Whether its time is over.
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public Proposal proposal() {
        return review.proposal();
    }

    @Override
    public String name() {
        return "PROVISIONAL";
    }

    @Override
    public String next() {
        return "Maybe ratify it, or roll back.";
    }
}
