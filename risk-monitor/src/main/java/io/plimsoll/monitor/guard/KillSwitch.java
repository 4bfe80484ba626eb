package io.plimsoll.monitor.guard;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.monitor.guard.price.Doubt;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stops everything in a scope at once. One named person sets it; two different ones lift it.
///
/// May be used by any thread, as the only one of the guards. Whoever emits does so through [#emit]: once [#kill] has
/// returned, nothing in its scope is emitted, and nothing is being emitted. For that `kill` first shows the switch to
/// all, and then waits for the one emission that may be under way; it passes others that wait for the same lock in
/// their order, and these see the switch when their turn comes.
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

        /// Keeps the switches as they are given.
        public State {
            kills = List.copyOf(kills);
        }
    }

    KillSwitch(State state) {
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

    /// Emits an action unless a switch stops it.
    ///
    /// @param emission hands the action on, such as to an outbox; must be short, since `kill` waits for it
    /// @return what stops it; empty if it was emitted
    public List<Hold> emit(Proposal proposal, Runnable emission) {
        gate.lock();
        try {
            List<Hold> holds = holds(proposal);
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
        Signature by = new Signature(person, reason);
        change(scope, new Kill(scope, by.person(), by.reason(), now, null));
        gate.lock();
        try {
            return new GuardEvent(GuardEvent.Type.KILLED, scope, now, by.person(), by.reason());
        } finally {
            gate.unlock();
        }
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

    private List<Hold> holds(Proposal proposal) {
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
