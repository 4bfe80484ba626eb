package io.plimsoll.monitor.episode;

import io.plimsoll.model.threshold.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action of an episode, and what has become of it. What exactly is to be done is told when it goes out.
///
/// @param id a function of the episode, what is done to what, and the attempt: nobody who acts by it can act
///     twice
/// @param episode that it came of
/// @param account whose
/// @param type stable name of what is to be done
/// @param scope what it is done to
/// @param attempt which of its kind in this episode, from 1
/// @param revision of the account's facts that it was decided by
/// @param state what has become of it
/// @param since when it came into this state
/// @param deadline by when it must be done; null for no time in particular
/// @param reasons why it is withheld, or what is to be known beside it
public record LiveAction(
        String id,
        String episode,
        String account,
        String type,
        Scope scope,
        int attempt,
        long revision,
        ActionState state,
        Instant since,
        @Nullable Instant deadline,
        List<HoldReason> reasons) {

    /// Keeps the list as it is given.
    public LiveAction {
        reasons = List.copyOf(reasons);
    }

    /// The identifier of an attempt.
    static String id(Episode episode, String type, Scope scope, int attempt) {
        return Identifiers.of("act", episode.id(), type, scope.type().name(), scope.id(), Integer.toString(attempt));
    }

    /// What was withheld has told nobody of a deadline.
    LiveAction moved(ActionState to, Instant at) {
        Instant told = state == ActionState.HELD ? null : deadline;
        return new LiveAction(id, episode, account, type, scope, attempt, revision, to, at, told, List.of());
    }

    LiveAction judged(Gate.Verdict verdict) {
        ActionState to = verdict.passes() ? ActionState.OPEN : ActionState.HELD;
        return new LiveAction(
                id, episode, account, type, scope, attempt, revision, to, since, deadline, verdict.reasons());
    }

    LiveAction withheld(List<HoldReason> why, Instant from) {
        return new LiveAction(
                id, episode, account, type, scope, attempt, revision, ActionState.HELD, from, deadline, why);
    }

    /// Whether both are withheld by the same guards, whatever their numbers are by now.
    boolean isHeldLike(LiveAction other) {
        return state == ActionState.HELD
                && other.state == ActionState.HELD
                && reasons.stream()
                        .map(HoldReason::code)
                        .toList()
                        .equals(other.reasons.stream().map(HoldReason::code).toList());
    }

    /// Whether somebody was told to do it, and it may still be done.
    boolean hasGoneOut() {
        return state == ActionState.OPEN || state == ActionState.ACKNOWLEDGED;
    }

    /// Whether it was to be done by a time, and was not.
    boolean isOverdue() {
        return state == ActionState.EXPIRED && deadline != null;
    }

    boolean doesTheSameAs(String otherType, Scope otherScope) {
        return type.equals(otherType) && scope.equals(otherScope);
    }
}
