package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.record.Text;
import io.plimsoll.service.ruledesk.store.Activations;
import io.plimsoll.service.ruledesk.store.Changes;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.workflow.Binding;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import io.plimsoll.service.ruledesk.workflow.Checked;
import io.plimsoll.service.ruledesk.workflow.Draft;
import io.plimsoll.service.ruledesk.workflow.Editable;
import io.plimsoll.service.ruledesk.workflow.InReview;
import io.plimsoll.service.ruledesk.workflow.Proposal;
import io.plimsoll.service.ruledesk.workflow.Rebasable;
import io.plimsoll.service.ruledesk.workflow.Review;
import io.plimsoll.service.ruledesk.workflow.Reviewed;
import io.plimsoll.service.ruledesk.workflow.Withdrawable;
import io.plimsoll.service.rulesets.CheckReport;
import io.plimsoll.service.rulesets.LiveRules;
import io.plimsoll.service.rulesets.OneCheck;
import io.plimsoll.service.rulesets.StoredRuleSets;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// How a change comes to be approved.
///
/// Every step is one transaction, with its entry in the record; [Publishing] has the steps after it. All of
/// them throw a [ProblemException] that says why where they are refused.
@Singleton
public final class RuleDesk {

    private final DeskSteps steps;
    private final LiveRules rules;
    private final OneCheck one;
    private final Impacts impacts;

    RuleDesk(DeskSteps steps, LiveRules rules, OneCheck one, Impacts impacts) {
        this.steps = steps;
        this.rules = rules;
        this.one = one;
        this.impacts = impacts;
    }

    /// Begins a change of what is live.
    ///
    /// @param title what it is about
    /// @param from digest of an earlier version whose files it begins with; empty for those of what is live
    public StoredChange begin(Actor actor, String ruleSet, String title, Optional<String> from) {
        return steps.take(actor, ruleSet, step -> {
            String base = step.live().digest();
            String content = from.orElse(base);
            if (Activations.kinds(step.sql(), ruleSet, content).isEmpty()) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "The version (%s) was never live. Maybe look at the history.".formatted(content));
            }
            return step.begin(new StoredChange(
                    UUID.randomUUID().toString(),
                    ruleSet,
                    title,
                    Proposal.begin(actor.person(), content, base),
                    Optional.empty(),
                    actor.person().value(),
                    step.now(),
                    step.now()));
        });
    }

    /// Saves the next revision.
    ///
    /// @param revision the one that was read; if it is not the present one, nothing is saved
    /// @param edit makes the new files of those
    public StoredChange edit(Actor actor, String ruleSet, String id, int revision, UnaryOperator<RuleSetSource> edit) {
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id, revision);
            Editable state = change.state().require(Editable.class, "edited");
            RuleSetSource files =
                    requireText(edit.apply(step.files(state.proposal().content())));
            StoredRuleSets.keep(step.sql(), ruleSet, files);
            return step.move(change, state.edit(actor.person(), files.digest()), "edit", Optional.empty());
        });
    }

    /// The database keeps texts.
    private static RuleSetSource requireText(RuleSetSource files) {
        Diagnostics diagnostics = new Diagnostics();
        files.paths().forEach(path -> files.text(path, diagnostics));
        diagnostics.throwIfErrors();
        return files;
    }

    /// Moves a change onto what is live now.
    ///
    /// @param revision the one that was read
    /// @param chosen for files that both have changed, whether the change's own is taken
    public StoredChange rebase(Actor actor, String ruleSet, String id, int revision, Map<String, MergeSide> chosen) {
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id, revision);
            Rebasable state = change.state().require(Rebasable.class, "rebased");
            Proposal proposal = state.proposal();
            String live = step.live().digest();
            RuleSetSource merged = FileMerge.merge(
                    step.files(proposal.base()), step.files(proposal.content()), step.files(live), chosen);
            StoredRuleSets.keep(step.sql(), ruleSet, merged);
            return step.move(change, state.rebase(actor.person(), merged.digest(), live), "rebase", Optional.empty());
        });
    }

    /// Checks a change as it would be before it goes live. If it does not pass, it stays what it is.
    public Checking check(Actor actor, String ruleSet, String id) {
        StoredChange seen = steps.look(sql -> {
            StoredChange change = DeskTransaction.find(sql, ruleSet, id);
            change.state().require(Draft.class, "checked").check(DeskTransaction.live(sql, ruleSet));
            return change;
        });
        CheckReport report =
                one.alone(() -> report(ruleSet, seen.state().proposal().content()));
        if (!report.passed()) {
            return new Checking(seen, report);
        }
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id, seen.revision());
            Draft same = change.state().require(Draft.class, "checked");
            return new Checking(step.move(change, same.check(step.live()), "check", Optional.empty()), report);
        });
    }

    /// A change after a check, and what that found.
    public record Checking(StoredChange change, CheckReport report) {}

    private CheckReport report(String ruleSet, String content) {
        RuleSetSource files = steps.look(sql -> DeskTransaction.files(sql, content));
        try (RuleSetVersion version = rules.check(files)) {
            if (!version.name().equals(ruleSet)) {
                throw new InvalidRuleSetException(List.of(Diagnostic.error(
                        "manifest.name",
                        RuleSetManifest.FILE,
                        0,
                        0,
                        "The name (%s) must stay what it was.".formatted(version.name()),
                        "Maybe name: %s.".formatted(ruleSet))));
            }
            return CheckReport.of(version);
        } catch (InvalidRuleSetException e) {
            return CheckReport.of(e);
        }
    }

    /// Asks for approvals.
    public StoredChange submit(Actor actor, String ruleSet, String id, Optional<String> reason) {
        // Refused before anything is worked out for it.
        Proposal seen = steps.look(sql -> DeskTransaction.find(sql, ruleSet, id)
                .state()
                .require(Checked.class, "submitted")
                .proposal());
        Demand demand = demand(seen);
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id, seen.revision());
            Checked state = change.state().require(Checked.class, "submitted");
            InReview review = state.submit(actor.person(), demand.impact().digest(), demand.needed(), step.live());
            return step.move(change, review, "submit", reason);
        });
    }

    /// What a review of a proposal takes.
    ///
    /// @param impact what the change would do
    /// @param needed how many persons have to approve it
    record Demand(Impact impact, int needed) {}

    /// What a review of a proposal takes. Both what is live and the change itself say how many persons; the
    /// greater number counts, so that no change can lower what is asked of itself.
    Demand demand(Proposal proposal) {
        RuleSetSource base = steps.look(sql -> DeskTransaction.files(sql, proposal.base()));
        RuleSetSource content = steps.look(sql -> DeskTransaction.files(sql, proposal.content()));
        Impact impact = assess(base, content);
        return new Demand(impact, Math.max(needed(base, impact), needed(content, impact)));
    }

    /// Takes its time, so that no connection may wait for it.
    private Impact assess(RuleSetSource base, RuleSetSource content) {
        try {
            return one.alone(() -> impacts.assess(base, content));
        } catch (InvalidRuleSetException e) {
            throw ProblemException.inRuleSet(e);
        }
    }

    /// What a change would do: what its review is about, or, before it is submitted, what was found now.
    ///
    /// @param digest names the report
    /// @param report as written
    public record Assessment(String digest, Text report) {}

    /// What a change would do.
    ///
    /// @throws ProblemException if there is no such change, or it does not pass the checks
    public Assessment impact(String ruleSet, String id) {
        ChangeState state =
                steps.look(sql -> DeskTransaction.find(sql, ruleSet, id)).state();
        String digest = Review.of(state)
                .map(Review::impact)
                .orElseGet(() -> demand(state.proposal()).impact().digest());
        return new Assessment(digest, Text.of(impacts.report(digest).orElseThrow()));
    }

    private static int needed(RuleSetSource files, Impact impact) {
        Diagnostics ignored = new Diagnostics();
        return RuleSetManifest.read(files, ignored)
                .map(manifest -> manifest.approvals().neededFor(impact.flipped()))
                .orElse(1);
    }

    /// Approves exactly what was seen.
    public StoredChange approve(Actor actor, String ruleSet, String id, Binding seen, Optional<String> reason) {
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id);
            InReview state = change.state().require(InReview.class, "approved");
            Reviewed next = state.approve(actor.person(), seen, step.live(), step.now());
            Changes.insertApproval(step.sql(), change, next.review().approvals().getLast());
            return step.move(change, next, "approve", reason);
        });
    }

    /// Sends a change back.
    public StoredChange reject(Actor actor, String ruleSet, String id, String reason) {
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id);
            Reviewed state = change.state().require(Reviewed.class, "rejected");
            return step.move(change, state.reject(actor.person()), "reject", Optional.of(reason));
        });
    }

    /// Gives a change up.
    public StoredChange withdraw(Actor actor, String ruleSet, String id, Optional<String> reason) {
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id);
            Withdrawable state = change.state().require(Withdrawable.class, "withdrawn");
            return step.move(change, state.withdraw(actor.person()), "withdraw", reason);
        });
    }
}
