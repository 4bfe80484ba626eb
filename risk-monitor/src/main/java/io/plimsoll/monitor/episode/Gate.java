package io.plimsoll.monitor.episode;

import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stands between what rules ask for and the world.
@FunctionalInterface
public interface Gate {

    /// Whether an action may go out now. One that may counts as gone out.
    ///
    /// @param id of the action; the same one is judged again while it is withheld
    Verdict judge(String id, TriggeredAction action, Decision decision, Instant now);

    /// Hands on what was let out, unless something has come up since that stops it.
    ///
    /// @param proposals what is about to go out
    /// @param emission hands on all of it
    /// @return what stops which of them, by their identifiers; nothing is handed on then. Empty if all were
    default Map<String, List<HoldReason>> emit(List<Change.Proposed> proposals, Runnable emission) {
        emission.run();
        return Map.of();
    }

    /// Why an action that has gone out and that nobody has taken on yet is taken back.
    ///
    /// @param decision the present one about its account; empty if there is none
    /// @return empty if it may stay
    default List<HoldReason> takesBack(LiveAction action, Optional<Decision> decision) {
        return List.of();
    }

    /// What is to become of an action.
    ///
    /// @param passes whether it may go out
    /// @param reasons why it is withheld; of one that passes, what is to be known beside it
    record Verdict(boolean passes, List<HoldReason> reasons) {

        /// Nothing stands against it.
        public static final Verdict PASSED = new Verdict(true, List.of());

        /// Keeps the list as it is given.
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }
}
