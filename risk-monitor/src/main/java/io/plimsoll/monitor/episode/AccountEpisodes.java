package io.plimsoll.monitor.episode;

import io.plimsoll.model.action.Action.MarginCall;
import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The open episodes of one account with their actions, and the actions of ended ones of which something may
/// still come.
final class AccountEpisodes {

    private final String account;
    private final Consumer<Change> changes;
    private final Map<ThresholdKey, Episode> open = new LinkedHashMap<>();
    private final Map<ThresholdKey, Long> ordinals = new HashMap<>();
    private final Map<String, LiveAction> actions = new LinkedHashMap<>();

    AccountEpisodes(String account, Consumer<Change> changes) {
        this.account = account;
        this.changes = changes;
    }

    void recall(Episode episode) {
        ordinals.merge(episode.key(), episode.ordinal(), Math::max);
        if (episode.closedAt() == null) {
            open.put(episode.key(), episode);
        }
    }

    void recall(LiveAction action) {
        actions.put(action.id(), action);
    }

    Collection<ThresholdKey> openKeys() {
        return List.copyOf(open.keySet());
    }

    Collection<LiveAction> actions() {
        return List.copyOf(actions.values());
    }

    @Nullable
    LiveAction action(String id) {
        return actions.get(id);
    }

    void open(Threshold threshold, Ratio observed, Instant at) {
        ThresholdKey key = threshold.key();
        Episode episode = Episode.opened(account, ordinals.merge(key, 1L, Long::sum), threshold, observed, at);
        open.put(key, episode);
        changes.accept(new Change.Opened(episode));
    }

    void close(ThresholdKey key, Instant at) {
        Episode episode = open.remove(key);
        if (episode == null) {
            return;
        }
        // Whoever has taken an action on is acting: it ends when that is reported, not before.
        moveAll(
                action -> action.episode().equals(episode.id())
                        && (action.state() == ActionState.OPEN || action.state() == ActionState.HELD),
                ActionState.CURED,
                at);
        changes.accept(new Change.Closed(episode.closed(at)));
    }

    /// Ends the episodes of thresholds that are no more.
    void keepOnly(Set<ThresholdKey> present, Instant at) {
        openKeys().stream().filter(key -> !present.contains(key)).forEach(key -> close(key, at));
    }

    /// Takes what is to be done by a decision: each kind of action on each scope once at a time, and again only
    /// by newer facts than the one that was done.
    ///
    /// @param revision of the facts that the decision is about
    void decided(Decision decision, long revision, Instant at, Gate gate) {
        forgetEnded(revision);
        Set<String> asked = new HashSet<>();
        for (TriggeredAction triggered : decision.actions()) {
            home(triggered).ifPresent(episode -> {
                LiveAction proposal = proposal(triggered, episode, revision, at);
                if (proposal != null) {
                    asked.add(proposal.id());
                    propose(proposal, triggered, decision, at, gate);
                }
            });
        }
        moveAll(action -> action.state() == ActionState.HELD && !asked.contains(action.id()), ActionState.EXPIRED, at);
    }

    private Optional<Episode> home(TriggeredAction triggered) {
        return triggered.breaches().stream()
                .map(breach -> open.get(breach.threshold().key()))
                .filter(episode -> episode != null)
                .findFirst();
    }

    /// The action as it would go out now; null if it has gone out, or is not to.
    private @Nullable LiveAction proposal(TriggeredAction triggered, Episode episode, long revision, Instant at) {
        String type = triggered.action().type();
        Scope scope = triggered.action().scope();
        List<LiveAction> alike = actions.values().stream()
                .filter(action -> action.doesTheSameAs(type, scope))
                .toList();
        for (LiveAction action : alike) {
            if (action.state() == ActionState.HELD) {
                // Its episode is open, or it would be cured.
                return proposal(action.id(), triggered, action.episode(), action.attempt(), revision, at);
            }
        }
        int attempt = 1;
        for (LiveAction action : alike) {
            boolean isOfEpisode = action.episode().equals(episode.id());
            boolean hasRunOut = action.state() == ActionState.EXPIRED && isOfEpisode;
            boolean isNotInTheFacts = action.state() == ActionState.DONE && action.revision() >= revision;
            if (action.state().isOutstanding() || hasRunOut || isNotInTheFacts) {
                return null;
            }
            attempt += isOfEpisode ? 1 : 0;
        }
        String id = LiveAction.id(episode, type, scope, attempt);
        return proposal(id, triggered, episode.id(), attempt, revision, at);
    }

    private LiveAction proposal(
            String id, TriggeredAction triggered, String episode, int attempt, long revision, Instant at) {
        return new LiveAction(
                id,
                episode,
                account,
                triggered.action().type(),
                triggered.action().scope(),
                attempt,
                revision,
                ActionState.OPEN,
                at,
                triggered.action() instanceof MarginCall call ? call.deadline() : null,
                List.of());
    }

    private void propose(LiveAction proposal, TriggeredAction triggered, Decision decision, Instant at, Gate gate) {
        Gate.Verdict verdict = judge(proposal, triggered, decision, at, gate);
        LiveAction judged = proposal.judged(verdict);
        LiveAction present = actions.put(judged.id(), judged);
        // That it is withheld for the same reasons as before is no news.
        if (present == null || verdict.passes() || !present.isHeldLike(judged)) {
            changes.accept(new Change.Proposed(judged, triggered, decision));
        }
    }

    private static Gate.Verdict judge(
            LiveAction proposal, TriggeredAction triggered, Decision decision, Instant at, Gate gate) {
        try {
            return gate.judge(proposal.id(), triggered, decision, at);
        } catch (RuntimeException e) {
            // A guard that fails has not said that the action may go out.
            String text = "Withheld: a guard failed (%s).".formatted(e);
            return new Gate.Verdict(false, List.of(new HoldReason("guard-failed", text)));
        }
    }

    /// The calls that were not met by their deadline, while their breach goes on.
    List<LiveAction> overdue() {
        Set<String> present = new HashSet<>();
        open.values().forEach(episode -> present.add(episode.id()));
        return actions.values().stream()
                .filter(action -> action.isOverdue() && present.contains(action.episode()))
                .toList();
    }

    /// Ends the actions that have gone out and whose deadline has passed. What is withheld gets a new one when it
    /// goes out.
    ///
    /// @return whether there were any
    boolean expire(Instant now) {
        return moveAll(
                action -> action.hasGoneOut() && action.deadline() != null && !now.isBefore(action.deadline()),
                ActionState.EXPIRED,
                now);
    }

    LiveAction report(LiveAction action, ActionState to, Instant at) {
        LiveAction moved = action.moved(to, at);
        actions.put(moved.id(), moved);
        changes.accept(new Change.Moved(moved));
        return moved;
    }

    /// Withholds an action that was to go out; if something else has become of it since, that stays.
    LiveAction withhold(LiveAction action, List<HoldReason> reasons) {
        LiveAction withheld = action.withheld(reasons, action.since());
        actions.replace(action.id(), action, withheld);
        return withheld;
    }

    /// Withholds an action that has gone out.
    void takeBack(LiveAction action, List<HoldReason> reasons, Instant at) {
        LiveAction withheld = action.withheld(reasons, at);
        actions.put(action.id(), withheld);
        changes.accept(new Change.Moved(withheld));
    }

    private boolean moveAll(Predicate<LiveAction> which, ActionState to, Instant at) {
        List<LiveAction> found = actions.values().stream().filter(which).toList();
        found.forEach(action -> report(action, to, at));
        return !found.isEmpty();
    }

    /// Forgets what no later decision depends on.
    private void forgetEnded(long revision) {
        Set<String> present = new HashSet<>();
        open.values().forEach(episode -> present.add(episode.id()));
        actions.values()
                .removeIf(action -> !present.contains(action.episode())
                        && !action.state().isOutstanding()
                        && (action.state() != ActionState.DONE || action.revision() < revision));
    }
}
