package io.plimsoll.service.ruledesk.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The workflow as the service uses it, without a database; with one bug, if asked for.
final class PureDesk implements WalkedDesk {

    private final Bug bug;
    private final TreeMap<Integer, ChangeState> changes = new TreeMap<>();
    private final Map<String, List<ActivationKind>> pasts = new HashMap<>();
    private LiveVersion live = LiveVersion.by(ActivationKind.SEED, "v0");

    PureDesk(Bug bug) {
        this.bug = bug;
        pasts.computeIfAbsent("v0", digest -> new ArrayList<>()).add(ActivationKind.SEED);
    }

    @Override
    public String state(int change) {
        return changes.containsKey(change) ? changes.get(change).name() : "";
    }

    @Override
    public String live() {
        return live.digest();
    }

    @Override
    public boolean take(Step step) {
        try {
            return tried(step);
        } catch (RefusedStepException e) {
            if (!e.getMessage().contains("Maybe ")) {
                throw new AssertionError("no remedy: " + e.getMessage());
            }
            return false;
        }
    }

    private boolean tried(Step step) {
        PersonId by = new PersonId(step.person());
        Instant now = Instant.ofEpochSecond(step.now());
        switch (step.kind()) {
            case TICK -> tick(now);
            case ROLL_BACK -> rollBack(step.content());
            case BEGIN -> {
                return changes.putIfAbsent(step.change(), Proposal.begin(by, step.content(), live.digest())) == null;
            }
            default -> {
                ChangeState before = changes.get(step.change());
                if (before == null) {
                    return false;
                }
                ChangeState after = next(before, step, by, now);
                changes.put(step.change(), after);
                if (after instanceof Published && !after.equals(before)) {
                    went(step, after);
                }
            }
        }
        return true;
    }

    private void went(Step step, ChangeState after) {
        switch (step.kind()) {
            case PUBLISH -> activate(ActivationKind.PUBLISH, after.proposal().content());
            case BREAK_GLASS ->
                activate(ActivationKind.BREAK_GLASS, after.proposal().content());
            default -> {
                if (after instanceof Live) {
                    activate(ActivationKind.RATIFY, after.proposal().content());
                }
            }
        }
    }

    private ChangeState next(ChangeState state, Step step, PersonId by, Instant now) {
        Instant until = Instant.ofEpochSecond(step.until());
        return switch (step.kind()) {
            case EDIT -> edit(state, by, step.content());
            case CHECK -> state.require(Draft.class, "checked").check(live);
            case SUBMIT -> state.require(Checked.class, "submitted").submit(by, step.impact(), step.needed(), live);
            case APPROVE -> approve(state.require(InReview.class, "approved"), by, seen(step), now);
            case REJECT -> {
                ChangeState rejected = state.require(Reviewed.class, "rejected").reject(by);
                yield bug == Bug.REJECTIONS_ARE_LOST ? state : rejected;
            }
            case WITHDRAW -> state.require(Withdrawable.class, "withdrawn").withdraw(by);
            case REBASE -> state.require(Rebasable.class, "rebased").rebase(by, step.content(), live.digest());
            case PUBLISH -> publish(state);
            case SCHEDULE -> state.require(Approved.class, "scheduled").schedule(until, live, now);
            case CANCEL -> state.require(Scheduled.class, "cancelled").cancel();
            case BREAK_GLASS ->
                state instanceof InReview review
                        ? review.breakGlass(by, live, now, until)
                        : state.require(Checked.class, "published so")
                                .breakGlass(by, step.impact(), step.needed(), live, now, until);
            case RATIFY -> ratify(state.require(Provisional.class, "ratified"), by, seen(step), now);
            case BEGIN, ROLL_BACK, TICK -> throw new AssertionError(step);
        };
    }

    private ChangeState edit(ChangeState state, PersonId by, String content) {
        Draft draft = state.require(Editable.class, "edited").edit(by, content);
        if (bug == Bug.EARLIER_CONTRIBUTORS_ARE_FORGOTTEN) {
            return new Draft(with(draft.proposal(), Set.of(by)));
        }
        if (bug == Bug.APPROVALS_SURVIVE_AN_EDIT && state instanceof Approved approved) {
            // As if they were for whatever the change is at the time.
            Review old = approved.review();
            Proposal edited = with(draft.proposal(), old.proposal().contributors());
            Binding binding = new Binding(edited.content(), old.impact(), edited.base());
            return new Approved(new Review(
                    edited,
                    old.impact(),
                    old.needed(),
                    old.approvals().stream()
                            .map(each -> new Approval(each.by(), binding, each.at()))
                            .toList()));
        }
        return draft;
    }

    private ChangeState approve(InReview review, PersonId by, Binding seen, Instant now) {
        boolean contributor = review.proposal().contributors().contains(by);
        boolean again =
                review.review().approvals().stream().anyMatch(each -> each.by().equals(by));
        PersonId as = (bug == Bug.CONTRIBUTORS_APPROVE && contributor)
                        || (bug == Bug.ONE_PERSON_APPROVES_TWICE && again && !contributor)
                ? new PersonId("alias-" + by)
                : by;
        Binding compared =
                bug == Bug.WHAT_WAS_SEEN_IS_NOT_COMPARED ? review.review().binding() : seen;
        return review.approve(as, compared, live, now);
    }

    private ChangeState ratify(Provisional glass, PersonId by, Binding seen, Instant now) {
        PersonId as =
                bug == Bug.WHO_BROKE_THE_GLASS_RATIFIES && glass.by().equals(by) ? new PersonId("alias-" + by) : by;
        return glass.ratify(as, seen, bug == Bug.RATIFIED_AFTER_THE_DEADLINE ? Instant.EPOCH : now);
    }

    private ChangeState publish(ChangeState state) {
        if (bug == Bug.STALE_CHANGES_PUBLISH && state instanceof Stale stale) {
            PersonId ghost = new PersonId("ghost");
            Binding binding =
                    new Binding(stale.proposal().content(), "", stale.proposal().base());
            return new Live(new Review(stale.proposal(), "", 1, List.of(new Approval(ghost, binding, Instant.EPOCH))));
        }
        boolean blind = bug == Bug.PUBLISHED_ON_WHAT_NOBODY_REVIEWED;
        return state.require(Approved.class, "published").publish(blind ? new LiveVersion(live.digest(), false) : live);
    }

    private void rollBack(String target) {
        List<ActivationKind> kinds = pasts.getOrDefault(target, List.of());
        boolean blind = bug == Bug.ROLLED_BACK_TO_WHAT_NOBODY_REVIEWED && !kinds.isEmpty();
        live.rollBack(target, blind ? List.of(ActivationKind.SEED) : kinds);
        activate(ActivationKind.ROLLBACK, target);
    }

    private void tick(Instant now) {
        for (ChangeState each : List.copyOf(changes.values())) {
            if (each instanceof Provisional glass && glass.isOver(now) && bug != Bug.BROKEN_GLASS_IS_NOT_REVERTED) {
                activate(ActivationKind.REVERT, glass.proposal().base());
            }
        }
        List<Integer> inTime = new ArrayList<>(changes.keySet());
        inTime.sort(Comparator.comparing(
                number -> changes.get(number) instanceof Scheduled scheduled ? scheduled.due() : Instant.MAX));
        for (int number : inTime) {
            if (changes.get(number) instanceof Scheduled scheduled
                    && !live.isProvisional()
                    && (!scheduled.due().isAfter(now) || bug == Bug.SCHEDULES_RUN_EARLY)) {
                changes.put(number, scheduled.activate(live, bug == Bug.SCHEDULES_RUN_EARLY ? scheduled.due() : now));
                activate(ActivationKind.SCHEDULE, scheduled.proposal().content());
            }
        }
    }

    private void activate(ActivationKind kind, String digest) {
        live = LiveVersion.by(kind, digest);
        pasts.computeIfAbsent(digest, each -> new ArrayList<>()).add(kind);
        if (bug != Bug.MOVED_BASES_GO_UNNOTICED) {
            changes.replaceAll((number, state) -> state.after(live));
        }
    }

    private static Binding seen(Step step) {
        String[] parts = step.seen().split("\\|", -1);
        return parts.length == 3 ? new Binding(parts[0], parts[1], parts[2]) : new Binding("", "", "");
    }

    private static Proposal with(Proposal proposal, Set<PersonId> contributors) {
        return new Proposal(proposal.revision(), proposal.content(), proposal.base(), new TreeSet<>(contributors));
    }
}
