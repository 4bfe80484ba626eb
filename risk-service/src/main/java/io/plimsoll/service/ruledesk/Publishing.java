package io.plimsoll.service.ruledesk;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.ruledesk.ActiveVersions.Way;
import io.plimsoll.service.ruledesk.store.Activation;
import io.plimsoll.service.ruledesk.store.Activations;
import io.plimsoll.service.ruledesk.store.Changes;
import io.plimsoll.service.ruledesk.store.StoredChange;
import io.plimsoll.service.ruledesk.workflow.ActivationKind;
import io.plimsoll.service.ruledesk.workflow.Approved;
import io.plimsoll.service.ruledesk.workflow.Binding;
import io.plimsoll.service.ruledesk.workflow.ChangeState;
import io.plimsoll.service.ruledesk.workflow.Checked;
import io.plimsoll.service.ruledesk.workflow.InReview;
import io.plimsoll.service.ruledesk.workflow.Live;
import io.plimsoll.service.ruledesk.workflow.LiveVersion;
import io.plimsoll.service.ruledesk.workflow.Proposal;
import io.plimsoll.service.ruledesk.workflow.Provisional;
import io.plimsoll.service.ruledesk.workflow.Published;
import io.plimsoll.service.ruledesk.workflow.Scheduled;
import io.plimsoll.service.rulesets.LiveRules;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/// How a version goes live, and comes back.
///
/// It is compiled first, recorded then, and swapped in after the commit. All steps throw a [ProblemException]
/// that says why where they are refused.
@Singleton
public final class Publishing {

    private final DeskSteps steps;
    private final RuleDesk desk;
    private final ActiveVersions versions;
    private final LiveRules rules;
    private final DeskSettings settings;
    private final DeskTime time;

    Publishing(
            DeskSteps steps,
            RuleDesk desk,
            ActiveVersions versions,
            LiveRules rules,
            DeskSettings settings,
            DeskTime time) {
        this.steps = steps;
        this.desk = desk;
        this.versions = versions;
        this.rules = rules;
        this.settings = settings;
        this.time = time;
    }

    /// Makes an approved change live.
    public StoredChange publish(Actor actor, String ruleSet, String id, Optional<String> reason) {
        return forward(
                actor,
                ruleSet,
                id,
                new Going(ActivationKind.PUBLISH, "publish", reason),
                (change, live) ->
                        change.state().require(Approved.class, "published").publish(live));
    }

    /// Makes a checked change live for some time on one person's word.
    public StoredChange breakGlass(Actor actor, String ruleSet, String id, String reason) {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        Instant until = now.plus(settings.breakGlass());
        StoredChange seen = steps.look(sql -> breakable(DeskTransaction.find(sql, ruleSet, id)));
        RuleDesk.Demand demand = desk.demand(seen.state().proposal());
        Going going = new Going(ActivationKind.BREAK_GLASS, "break glass", Optional.of(reason));
        return forward(actor, ruleSet, id, going, (change, live) -> {
            if (change.state() instanceof InReview review) {
                return review.breakGlass(actor.person(), live, now, until);
            }
            Checked checked = change.state().require(Checked.class, "published by breaking the glass");
            change.requireRevision(seen.revision());
            return checked.breakGlass(actor.person(), demand.impact().digest(), demand.needed(), live, now, until);
        });
    }

    private static StoredChange breakable(StoredChange change) {
        if (!(change.state() instanceof InReview)) {
            change.state().require(Checked.class, "published by breaking the glass");
        }
        return change;
    }

    /// Approves exactly what is live by a broken glass.
    public StoredChange ratify(Actor actor, String ruleSet, String id, Binding seen, Optional<String> reason) {
        requireDesk(ruleSet);
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id);
            Provisional state = change.state().require(Provisional.class, "ratified");
            Published next = state.ratify(actor.person(), seen, step.now());
            Changes.insertApproval(step.sql(), change, next.review().approvals().getLast());
            StoredChange after = step.move(change, next, "ratify", reason);
            if (next instanceof Live live) {
                step.activate(ActivationKind.RATIFY, live.proposal().content(), Optional.of(id), reason);
            }
            return after;
        });
    }

    /// Has an approved change go live later.
    public StoredChange schedule(Actor actor, String ruleSet, String id, Instant due, Optional<String> reason) {
        requireDesk(ruleSet);
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id);
            Approved state = change.state().require(Approved.class, "scheduled");
            Instant time = due.truncatedTo(ChronoUnit.MICROS);
            return step.move(change, state.schedule(time, step.live(), step.now()), "schedule", reason);
        });
    }

    /// Takes the time back.
    public StoredChange cancel(Actor actor, String ruleSet, String id, Optional<String> reason) {
        return steps.take(actor, ruleSet, step -> {
            StoredChange change = step.change(id);
            Scheduled state = change.state().require(Scheduled.class, "cancelled");
            return step.move(change, state.cancel(), "cancel", reason);
        });
    }

    /// Brings back a version that was live.
    public Activation rollBack(Actor actor, String ruleSet, String digest, String reason) {
        requireDesk(ruleSet);
        steps.look(sql -> DeskTransaction.live(sql, ruleSet).rollBack(digest, Activations.kinds(sql, ruleSet, digest)));
        return versions.activate(
                digest,
                Way.BACK,
                () -> steps.take(actor, ruleSet, step -> {
                    step.live().rollBack(digest, Activations.kinds(step.sql(), ruleSet, digest));
                    step.activate(ActivationKind.ROLLBACK, digest, Optional.empty(), Optional.of(reason));
                    return step.last().orElseThrow();
                }));
    }

    /// Does what is due, and follows what went live elsewhere.
    void tick() {
        if (!rules.isAtDesk()) {
            return;
        }
        String ruleSet = versions.liveName();
        Instant now = time.now();
        for (String id : steps.look(sql -> Changes.due(sql, ruleSet, now))) {
            StoredChange change = steps.look(sql -> DeskTransaction.find(sql, ruleSet, id));
            switch (change.state()) {
                case Provisional glass when glass.isOver(now) -> revert(ruleSet, id, glass);
                case Scheduled scheduled -> activate(ruleSet, id);
                default -> {}
            }
        }
        follow(ruleSet);
    }

    private void revert(String ruleSet, String id, Provisional seen) {
        String before = seen.proposal().base();
        versions.activate(
                before,
                Way.BACK,
                () -> steps.take(Actor.SERVICE, ruleSet, step -> {
                    StoredChange change = step.change(id);
                    Provisional glass = change.state().require(Provisional.class, "reverted");
                    glass.expire(step.now());
                    Optional<String> reason = Optional.of("not ratified by %s".formatted(glass.until()));
                    step.activate(ActivationKind.REVERT, before, Optional.of(id), reason);
                    return change;
                }));
    }

    private void activate(String ruleSet, String id) {
        if (steps.look(sql -> DeskTransaction.live(sql, ruleSet)).isProvisional()) {
            // It stands on what may be taken back; once that is ratified it goes on, and else it is stale.
            return;
        }
        Going going = new Going(ActivationKind.SCHEDULE, "activate", Optional.empty());
        try {
            forward(
                    Actor.SERVICE,
                    ruleSet,
                    id,
                    going,
                    (change, live) ->
                            change.state().require(Scheduled.class, "activated").activate(live, time.now()));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.RULE_SET_REFUSED) {
                throw e;
            }
            steps.take(Actor.SERVICE, ruleSet, step -> {
                StoredChange change = step.change(id);
                Scheduled state = change.state().require(Scheduled.class, "failed");
                return step.move(change, state.fail(), "fail", Optional.ofNullable(e.getMessage()));
            });
        }
    }

    private void follow(String ruleSet) {
        String digest = steps.look(sql -> DeskTransaction.live(sql, ruleSet)).digest();
        if (!digest.equals(versions.liveDigest())) {
            versions.activate(digest, Way.BACK, () -> digest);
        }
    }

    /// How a change goes live.
    ///
    /// @param kind as the line says
    /// @param step as the record says
    /// @param reason if somebody said so
    private record Going(ActivationKind kind, String step, Optional<String> reason) {}

    private StoredChange forward(
            Actor actor,
            String ruleSet,
            String id,
            Going going,
            BiFunction<StoredChange, LiveVersion, ChangeState> transition) {
        requireDesk(ruleSet);
        // Before anything is compiled, and once more when that is done.
        Proposal planned = steps.look(sql ->
                        transition.apply(DeskTransaction.find(sql, ruleSet, id), DeskTransaction.live(sql, ruleSet)))
                .proposal();
        String content = planned.content();
        return versions.activate(
                content,
                Way.FORWARD,
                () -> steps.take(actor, ruleSet, step -> {
                    StoredChange change = step.change(id, planned.revision());
                    StoredChange after =
                            step.move(change, transition.apply(change, step.live()), going.step(), going.reason());
                    step.activate(going.kind(), content, Optional.of(id), going.reason());
                    return after;
                }));
    }

    private void requireDesk(String ruleSet) {
        if (!rules.isAtDesk()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Edits go live by the folder that this service follows. Maybe save the change there, or start the"
                            + " service with plimsoll.rules.source=desk.");
        }
        if (!versions.liveName().equals(ruleSet)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This service runs another rule set (%s) than %s. Maybe ask the one that runs it."
                            .formatted(versions.liveName(), ruleSet));
        }
    }
}
