package io.plimsoll.service.ruledesk.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What can't be is not made, not even of rows that somebody changed in the database.
final class ReviewTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId CEM = new PersonId("cem");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Proposal PROPOSAL = new Proposal(1, "content", "base", new TreeSet<>(Set.of(ADA)));
    private static final Binding BINDING = new Binding("content", "impact", "base");

    @Test
    void anApprovalIsOfAStrangerForExactlyThisAndGivenOnce() {
        assertThatCode(() -> review(1, approval(BEN, BINDING))).doesNotThrowAnyException();
        refused(approval(ADA, BINDING));
        refused(approval(BEN, BINDING), approval(BEN, BINDING));
        refused(approval(BEN, new Binding("other", "impact", "base")));
        refused(approval(BEN, new Binding("content", "other", "base")));
        refused(approval(BEN, new Binding("content", "impact", "other")));
    }

    private static void refused(Approval... approvals) {
        assertThatIllegalArgumentException().isThrownBy(() -> review(1, approvals));
    }

    @Test
    void aStateHasTheApprovalsThatItTakes() {
        Review none = review(1);
        Review one = review(1, approval(BEN, BINDING));
        assertThatIllegalArgumentException().isThrownBy(() -> review(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Approved(none));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scheduled(none, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new Live(none));
        assertThatIllegalArgumentException().isThrownBy(() -> new InReview(one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Provisional(one, CEM, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Provisional(review(2, approval(BEN, BINDING)), BEN, NOON));
    }

    @Test
    void aPersonHasOneSpelling() {
        for (String name : List.of("Ada", "ada ", "", "ädа", "a\n", "a".repeat(65), "-ada")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> new PersonId(name));
        }
        assertThatCode(() -> new PersonId("ada.lovelace@desk-1")).doesNotThrowAnyException();
    }

    private static Review review(int needed, Approval... approvals) {
        return new Review(PROPOSAL, "impact", needed, List.of(approvals));
    }

    private static Approval approval(PersonId by, Binding binding) {
        return new Approval(by, binding, NOON);
    }
}
