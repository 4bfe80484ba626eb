package io.plimsoll.service.ruledesk.workflow;

import java.time.Instant;
import java.util.List;

/// Lint, compiler, tables and scenarios have passed.
///
/// @param proposal what has passed
public record Checked(Proposal proposal) implements Editable, Withdrawable, Bound {

    /// Asks for approvals.
    ///
    /// @param by one of the contributors
    /// @param impact digest of what the change would do to the book
    /// @param needed how many persons have to approve it
    /// @throws RefusedStepException if it is somebody else's change, or its base is not live
    public InReview submit(PersonId by, String impact, int needed, LiveVersion live) {
        proposal.requireContributor(by, "submit", "Maybe ask one of %s.".formatted(proposal.contributors()));
        proposal.requireBase(live);
        return new InReview(new Review(proposal, impact, needed, List.of()));
    }

    /// Makes it live for some time on one person's word.
    ///
    /// @param until when it goes back by itself
    /// @throws RefusedStepException if its base is not live, or itself not reviewed
    public Provisional breakGlass(
            PersonId by, String impact, int needed, LiveVersion live, Instant now, Instant until) {
        return Provisional.begin(new Review(proposal, impact, needed, List.of()), by, live, now, until);
    }

    @Override
    public String name() {
        return "CHECKED";
    }

    @Override
    public String next() {
        return "Maybe submit it first.";
    }
}
