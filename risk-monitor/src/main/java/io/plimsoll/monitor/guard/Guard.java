package io.plimsoll.monitor.guard;

import java.time.Instant;
import java.util.List;

/// One of those that judge a proposal. Whatever it throws withholds the action.
interface Guard {

    /// Its stable name.
    String name();

    /// Why the action may not be done now; empty if it may. Changes nothing.
    List<Hold> holds(Proposal proposal, Instant now);

    /// Takes its share for an action that no guard holds, before the action may be done.
    ///
    /// @return what that changes beyond
    default List<GuardEvent> reserve(Reservation reservation) {
        return List.of();
    }
}
