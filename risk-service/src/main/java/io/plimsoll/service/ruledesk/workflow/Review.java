package io.plimsoll.service.ruledesk.workflow;

import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A proposal under review. It can't be made of approvals that are not for exactly this proposal, or from
/// contributors.
///
/// @param proposal what is reviewed
/// @param impact digest of what it would do to the book
/// @param needed how many persons have to approve it, from 1
/// @param approvals given so far, one a person
public record Review(Proposal proposal, String impact, int needed, List<Approval> approvals) {

    /// Holds all of that.
    ///
    /// @throws IllegalArgumentException if it does not hold
    public Review {
        approvals = List.copyOf(approvals);
        Binding binding = new Binding(proposal.content(), impact, proposal.base());
        Set<PersonId> persons = new HashSet<>(proposal.contributors());
        for (Approval approval : approvals) {
            if (!approval.binding().equals(binding) || !persons.add(approval.by())) {
                throw new IllegalArgumentException(
                        "The approval (%s) is for something else, from a contributor or given twice."
                                .formatted(approval));
            }
        }
        if (needed < 1) {
            throw new IllegalArgumentException("A review needs an approval (%d).".formatted(needed));
        }
    }

    /// The review of a change, where its state has one.
    public static Optional<Review> of(ChangeState state) {
        return switch (state) {
            case Reviewed reviewed -> Optional.of(reviewed.review());
            case Published published -> Optional.of(published.review());
            case Scheduled scheduled -> Optional.of(scheduled.review());
            case Draft none -> Optional.empty();
            case Checked none -> Optional.empty();
            case Superseded none -> Optional.empty();
            case Rejected none -> Optional.empty();
            case Stale none -> Optional.empty();
            case Failed none -> Optional.empty();
            case Reverted none -> Optional.empty();
            case Withdrawn none -> Optional.empty();
        };
    }

    /// What an approval has to be for.
    public Binding binding() {
        return new Binding(proposal.content(), impact, proposal.base());
    }

    /// Whether enough persons have approved.
    public boolean isComplete() {
        return approvals.size() >= needed;
    }

    Review approve(PersonId by, Binding seen, Instant at) {
        proposal.requireStranger(by, "approve");
        if (approvals.stream().anyMatch(approval -> approval.by().equals(by))) {
            throw new RefusedStepException(
                    Reason.PERSON, "%s has approved this change already. Maybe ask somebody else.".formatted(by));
        }
        if (!seen.equals(binding())) {
            throw new RefusedStepException(
                    Reason.CONTENT,
                    "The approval is for %s, but under review is %s. Maybe look at the change again."
                            .formatted(seen, binding()));
        }
        List<Approval> more = new ArrayList<>(approvals);
        more.add(new Approval(by, seen, at));
        return new Review(proposal, impact, needed, more);
    }

    Review without(PersonId person) {
        return new Review(
                proposal,
                impact,
                needed,
                approvals.stream()
                        .filter(approval -> !approval.by().equals(person))
                        .toList());
    }
}
