package io.plimsoll.service.live;

import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.Change;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import io.plimsoll.service.guard.GuardEntries;
import io.plimsoll.service.guard.GuardEntries.HeldAction;
import io.plimsoll.service.guard.GuardEntries.ReleasedAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What of some changes is that something is withheld, or goes out after it was.
///
/// @param held what is withheld from now on, or for other reasons
/// @param released what goes out after it was withheld
record HoldChanges(List<LiveAction> held, List<LiveAction> released) {

    /// Of changes that are not written yet.
    static HoldChanges of(Handle transaction, List<Change> changes) {
        List<LiveAction> held = in(changes, ActionState.HELD).toList();
        List<LiveAction> open = in(changes, ActionState.OPEN).toList();
        Set<String> before =
                ActionRows.held(transaction, open.stream().map(LiveAction::id).toList());
        return new HoldChanges(
                held,
                open.stream().filter(action -> before.contains(action.id())).toList());
    }

    private static Stream<LiveAction> in(List<Change> changes, ActionState state) {
        return changes.stream().flatMap(change -> action(change).stream()).filter(action -> action.state() == state);
    }

    private static Optional<LiveAction> action(Change change) {
        return switch (change) {
            case Change.Proposed proposed -> Optional.of(proposed.action());
            case Change.Moved moved -> Optional.of(moved.action());
            case Change.Opened _, Change.Closed _, Change.Undecidable _, Change.Decidable _ -> Optional.empty();
        };
    }

    /// Writes them into the record, if there are any.
    void record(Handle transaction) {
        if (held.isEmpty() && released.isEmpty()) {
            return;
        }
        GuardEntries.append(
                transaction,
                held.stream()
                        .map(action -> new HeldAction(
                                action.id(),
                                action.account(),
                                action.reasons().stream().map(HoldReason::text).toList()))
                        .toList(),
                released.stream()
                        .map(action -> new ReleasedAction(action.id(), action.account()))
                        .toList(),
                Instant.now());
    }
}
