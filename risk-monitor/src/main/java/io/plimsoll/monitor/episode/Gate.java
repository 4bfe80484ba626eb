package io.plimsoll.monitor.episode;

import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import java.time.Instant;
import java.util.List;

/// Stands between what rules ask for and the world.
@FunctionalInterface
public interface Gate {

    /// Whether an action may go out now. One that may counts as gone out.
    ///
    /// @param id of the action; the same one is judged again while it is withheld
    Verdict judge(String id, TriggeredAction action, Decision decision, Instant now);

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
