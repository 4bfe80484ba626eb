package io.plimsoll.service.ruledesk.store;

import io.plimsoll.service.ruledesk.workflow.Approved;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import io.plimsoll.service.ruledesk.workflow.Checked;
import io.plimsoll.service.ruledesk.workflow.Draft;
import io.plimsoll.service.ruledesk.workflow.Failed;
import io.plimsoll.service.ruledesk.workflow.InReview;
import io.plimsoll.service.ruledesk.workflow.Live;
import io.plimsoll.service.ruledesk.workflow.PersonId;
import io.plimsoll.service.ruledesk.workflow.Proposal;
import io.plimsoll.service.ruledesk.workflow.Provisional;
import io.plimsoll.service.ruledesk.workflow.Rejected;
import io.plimsoll.service.ruledesk.workflow.Reverted;
import io.plimsoll.service.ruledesk.workflow.Review;
import io.plimsoll.service.ruledesk.workflow.Scheduled;
import io.plimsoll.service.ruledesk.workflow.Stale;
import io.plimsoll.service.ruledesk.workflow.Superseded;
import io.plimsoll.service.ruledesk.workflow.Withdrawn;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a state has beside its proposal and its approvals, as columns.
///
/// @param name of the state
/// @param impact digest, of a review
/// @param needed approvals, of a review
/// @param due when a schedule is due, or a broken glass over
/// @param breaker who broke the glass
record StateColumns(
        String name,
        @Nullable String impact,
        @Nullable Integer needed,
        @Nullable Instant due,
        @Nullable String breaker) {

    static StateColumns of(ChangeState state) {
        Review review = Review.of(state).orElse(null);
        Provisional glass = state instanceof Provisional broken ? broken : null;
        Instant due = state instanceof Scheduled scheduled ? scheduled.due() : null;
        return new StateColumns(
                state.name(),
                review == null ? null : review.impact(),
                review == null ? null : review.needed(),
                glass == null ? due : glass.until(),
                glass == null ? null : glass.by().value());
    }

    /// The state again.
    ///
    /// @param approvals of the present revision; asked for only where the state has a review
    /// @throws IllegalArgumentException if it can't be: somebody changed the database
    ChangeState state(Proposal proposal, Supplier<Review> approvals) {
        return switch (name) {
            case "DRAFT" -> new Draft(proposal);
            case "CHECKED" -> new Checked(proposal);
            case "IN_REVIEW" -> new InReview(approvals.get());
            case "APPROVED" -> new Approved(approvals.get());
            case "SCHEDULED" -> new Scheduled(approvals.get(), Objects.requireNonNull(due));
            case "LIVE" -> new Live(approvals.get());
            case "PROVISIONAL" -> provisional(approvals.get());
            case "SUPERSEDED" -> new Superseded(proposal);
            case "REJECTED" -> new Rejected(proposal);
            case "STALE" -> new Stale(proposal);
            case "FAILED" -> new Failed(proposal);
            case "REVERTED" -> new Reverted(proposal);
            case "WITHDRAWN" -> new Withdrawn(proposal);
            default -> throw new IllegalArgumentException("There is no state %s.".formatted(name));
        };
    }

    private Provisional provisional(Review review) {
        return new Provisional(review, new PersonId(Objects.requireNonNull(breaker)), Objects.requireNonNull(due));
    }
}
