package io.plimsoll.service.ruledesk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.workflow.Approval;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import io.plimsoll.service.ruledesk.workflow.Proposal;
import io.plimsoll.service.ruledesk.workflow.Provisional;
import io.plimsoll.service.ruledesk.workflow.Review;
import io.plimsoll.service.ruledesk.workflow.Scheduled;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change to a rule set as written.
///
/// @param id its name
/// @param ruleSet name of the rule set
/// @param title what it is about
/// @param state where it stands
/// @param next what can be done next
/// @param revision counts the edits; its ETag
/// @param content digest of the files
/// @param base digest of the version that they would replace
/// @param contributors persons, none of whom may approve it
/// @param review what was said of it; left out where the state has none
/// @param due when it goes live, or its time is over
/// @param reason why the last step was taken
/// @param begunBy the person who began it
/// @param begunAt when
/// @param changedAt when the last step was taken
public record ChangeDocument(
        String id,
        String ruleSet,
        String title,
        String state,
        String next,
        int revision,
        String content,
        String base,
        List<String> contributors,
        @Nullable ReviewDocument review,
        @Nullable Instant due,
        @JsonInclude @Nullable String reason,
        String begunBy,
        Instant begunAt,
        Instant changedAt) {

    /// What was said of a change.
    ///
    /// @param impact digest of what it would do to the book
    /// @param needed how many persons have to approve it
    /// @param approvals given so far
    public record ReviewDocument(String impact, int needed, List<ApprovalDocument> approvals) {

        static ReviewDocument of(Review review) {
            return new ReviewDocument(
                    review.impact(),
                    review.needed(),
                    review.approvals().stream().map(ApprovalDocument::of).toList());
        }
    }

    /// One person's word.
    ///
    /// @param by who
    /// @param at when
    public record ApprovalDocument(String by, Instant at) {

        static ApprovalDocument of(Approval approval) {
            return new ApprovalDocument(approval.by().value(), approval.at());
        }
    }

    static ChangeDocument of(StoredChange change) {
        ChangeState state = change.state();
        Proposal proposal = state.proposal();
        return new ChangeDocument(
                change.id(),
                change.ruleSet(),
                change.title(),
                state.name(),
                state.next(),
                proposal.revision(),
                proposal.content(),
                proposal.base(),
                proposal.contributors().stream().map(Object::toString).toList(),
                Review.of(state).map(ReviewDocument::of).orElse(null),
                due(state),
                change.reason().orElse(null),
                change.begunBy(),
                change.begunAt(),
                change.changedAt());
    }

    private static @Nullable Instant due(ChangeState state) {
        return state instanceof Scheduled scheduled
                ? scheduled.due()
                : state instanceof Provisional provisional ? provisional.until() : null;
    }
}
