package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.monitor.guard.price.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stops everything in a scope at once. One named person sets it; two different ones lift it.
///
/// May be used by any thread, as the only one of the guards. Whoever emits does so through [#emit]: once
/// [#kill] has returned, nothing in its scope is emitted, and nothing is being emitted. For that `kill` first
/// shows the switch to all, and then waits for the one emission that may be under way; it passes others that
/// wait for the same lock in their order, and these see the switch when their turn comes.
///
/// It is effective before it is stored. Whoever acknowledges it to a person stores it first.
public final class KillSwitch implements Guard {

    private final ReentrantLock gate = new ReentrantLock(true);
    private volatile State state;

    /// What is set, and how many changes there have been.
    ///
    /// @param epoch counts up with each change
    /// @param kills in the order of their scopes, at most one each
    public record State(long epoch, List<Kill> kills) {

        /// Of a switch that was never set.
        public static final State NEW = new State(0, List.of());

        /// Keeps the switches as they are given.
        public State {
            kills = List.copyOf(kills);
        }
    }

    /// A switch as it was kept.
    public KillSwitch(State state) {
        this.state = state;
    }

    @Override
    public String name() {
        return "kill-switch";
    }

    /// What is set now.
    public State state() {
        return state;
    }

    @Override
    public List<Hold> holds(Proposal proposal, Instant now) {
        return holds(proposal);
    }

    /// What stops an action of which only this is known.
    ///
    /// @return every switch that may be meant for it: those of rules and instruments all are
    public List<Hold> mayHold(String account, String type) {
        return state.kills().stream()
                .filter(kill -> mayConcern(kill.scope(), account, type))
                .map(kill -> Hold.stopped(type, name(), kill.scope(), killed(kill)))
                .toList();
    }

    private static boolean mayConcern(Subject scope, String account, String type) {
        return switch (scope.type()) {
            case ALL, INSTRUMENT, RULE -> true;
            case ACCOUNT -> scope.id().equals(account);
            case ACTION -> scope.id().equals(type);
        };
    }

    /// Emits an action unless a switch stops it.
    ///
    /// @param emission hands the action on, such as to an outbox; must be short, since `kill` waits for it
    /// @return what stops it; empty if it was emitted
    public List<Hold> emit(Proposal proposal, Runnable emission) {
        return emit(List.of(proposal), emission).getOrDefault(proposal.id(), List.of());
    }

    /// Emits actions, all of them or none.
    ///
    /// @param emission hands them on; must be short, since `kill` waits for it
    /// @return what stops which of them, by their identifiers; empty if all were emitted
    public Map<String, List<Hold>> emit(Collection<Proposal> proposals, Runnable emission) {
        gate.lock();
        try {
            Map<String, List<Hold>> holds = new TreeMap<>();
            for (Proposal proposal : proposals) {
                List<Hold> found = holds(proposal);
                if (!found.isEmpty()) {
                    holds.put(proposal.id(), found);
                }
            }
            if (holds.isEmpty()) {
                emission.run();
            }
            return holds;
        } finally {
            gate.unlock();
        }
    }

    /// Sets the switch. Does so again if it is set, so that nobody's wish to lift it from before counts.
    ///
    /// @param scope what to stop
    /// @throws InvalidFactException if person or reason are empty
    public GuardEvent kill(Subject scope, String person, String reason, Instant now) {
        Kill kill = set(scope, person, reason, now);
        gate.lock();
        try {
            return new GuardEvent(GuardEvent.Type.KILLED, scope, now, kill.person(), kill.reason());
        } finally {
            gate.unlock();
        }
    }

    /// Sets the switch without waiting for an emission that is under way: that one may still end.
    ///
    /// @throws InvalidFactException if person or reason are empty
    public Kill set(Subject scope, String person, String reason, Instant now) {
        Signature by = new Signature(person, reason);
        Kill kill = new Kill(scope, by.person(), by.reason(), now, null);
        change(scope, kill);
        return kill;
    }

    /// Waits until no emission is under way that began before a switch was set.
    ///
    /// @return false if one still was when the time was over
    public boolean isQuietWithin(Duration patience) {
        try {
            if (gate.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                gate.unlock();
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// Has those switches be set that are given, and no others.
    ///
    /// @return whether others were
    public synchronized boolean restore(Collection<Kill> kills) {
        List<Kill> next =
                kills.stream().sorted(Comparator.comparing(Kill::scope)).toList();
        if (next.equals(state.kills())) {
            return false;
        }
        state = new State(state.epoch() + 1, next);
        return true;
    }

    /// Says that a person wants the switch lifted; the second person to say so lifts it.
    ///
    /// @throws InvalidFactException if it is not set, person or reason are empty, or the person is the first
    ///     one again
    public synchronized GuardEvent lift(Subject scope, String person, String reason, Instant now) {
        Signature by = new Signature(person, reason);
        Kill kill = state.kills().stream()
                .filter(each -> each.scope().equals(scope))
                .findFirst()
                .orElseThrow(() -> new InvalidFactException(
                        "scope",
                        "(%s %s) is not killed. Maybe another one was meant.".formatted(scope.type(), scope.id())));
        Kill.Lift first = kill.lift();
        if (first == null) {
            Kill.Lift wish = new Kill.Lift(by.person(), by.reason(), now);
            change(scope, new Kill(scope, kill.person(), kill.reason(), kill.at(), wish));
            return new GuardEvent(GuardEvent.Type.LIFT_PROPOSED, scope, now, by.person(), by.reason());
        }
        if (Signature.isSame(first.person(), by.person())) {
            throw new InvalidFactException(
                    "person", "(%s) was the first to ask for it; a second one is needed.".formatted(by.person()));
        }
        change(scope, null);
        return new GuardEvent(GuardEvent.Type.LIFTED, scope, now, by.person(), by.reason());
    }

    private synchronized void change(Subject scope, @Nullable Kill kill) {
        Stream<Kill> others =
                state.kills().stream().filter(each -> !each.scope().equals(scope));
        List<Kill> kills = Stream.concat(others, Stream.ofNullable(kill))
                .sorted(Comparator.comparing(Kill::scope))
                .toList();
        state = new State(state.epoch() + 1, kills);
    }

    /// What stops an action now; empty if nothing does.
    public List<Hold> holds(Proposal proposal) {
        return state.kills().stream()
                .filter(kill -> proposal.isAbout(kill.scope()))
                .map(kill -> Hold.withheld(proposal, name(), kill.scope(), killed(kill)))
                .toList();
    }

    private static Doubt killed(Kill kill) {
        return Doubt.of(
                "killed",
                "%s set the kill switch of %s at %s (%s)"
                        .formatted(kill.person(), text(kill.scope()), kill.at(), kill.reason()),
                Map.of());
    }

    private static String text(Subject scope) {
        return switch (scope.type()) {
            case ALL -> "everything";
            case INSTRUMENT -> "instrument " + scope.id();
            case ACCOUNT -> "account " + scope.id();
            case RULE -> "rule " + scope.id();
            case ACTION -> "all actions of type " + scope.id();
        };
    }
}
